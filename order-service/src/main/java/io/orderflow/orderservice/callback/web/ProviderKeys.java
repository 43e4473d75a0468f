package io.orderflow.orderservice.callback.web;

import io.orderflow.httpapi.json.Texts;
import io.orderflow.httpapi.users.KnownTenants;
import io.orderflow.orderservice.callback.Provider;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/** The keys that providers sign with, as configured. A half entry stops the start: it would be noticed much later. */
final class ProviderKeys {

    /** As many bytes as the hash has; less is weaker than the hash. */
    private static final int MIN_SECRET = 32;

    private final Map<String, List<ProviderKey>> byName;

    /** Compared with where there is no key, so that an unknown provider takes as long as a known one. */
    private final ProviderKey decoy = decoy();

    /**
     * A key and whose callbacks it signs.
     *
     * @param provider null for a key that nobody has
     */
    record ProviderKey(@Nullable Provider provider, SecretKeySpec key) {

        /** Leaves the key out of logs. */
        @Override
        public String toString() {
            return "ProviderKey[provider=%s]".formatted(provider);
        }
    }

    private ProviderKeys(Map<String, List<ProviderKey>> byName) {
        this.byName = byName;
    }

    /** @throws IllegalStateException naming everything that is wrong, and no secret */
    static ProviderKeys from(CallbackProperties properties, KnownTenants tenants) {
        List<String> problems = new ArrayList<>();
        Map<String, List<ProviderKey>> byName = new HashMap<>();
        Map<String, String> tenantBySecret = new HashMap<>();
        for (int i = 0; i < properties.providers().size(); i++) {
            CallbackProperties.ProviderSecret entry = properties.providers().get(i);
            String at = "orderflow.callbacks.providers[%d].".formatted(i);
            String name = text(entry.name());
            String tenant = text(entry.tenant());
            byte[] secret = text(entry.secret()).getBytes(StandardCharsets.UTF_8);
            int before = problems.size();
            if (!Texts.isIdentifier(name)) {
                problems.add(at + "name is not set, or no name");
            }
            if (!tenants.ids().contains(tenant)) {
                problems.add(at + "tenant is not one of " + tenants.setting());
            }
            if (secret.length < MIN_SECRET) {
                problems.add(at + "secret has less than %d bytes".formatted(MIN_SECRET));
            }
            // The secret tells the tenants of one provider apart.
            String other = tenantBySecret.putIfAbsent(name + '\n' + entry.secret(), tenant);
            if (other != null && !other.equals(tenant)) {
                problems.add(at + "secret is used for another tenant as well");
            }
            if (problems.size() == before) {
                byName.computeIfAbsent(name, n -> new ArrayList<>())
                        .add(new ProviderKey(
                                new Provider(name, tenant), new SecretKeySpec(secret, HmacSignature.ALGORITHM)));
            }
        }
        if (!problems.isEmpty()) {
            throw new IllegalStateException(
                    "The providers that call back are not complete: " + String.join("; ", problems));
        }
        return new ProviderKeys(byName);
    }

    boolean isEmpty() {
        return byName.isEmpty();
    }

    /** Every key that a provider may sign with; never empty, one that nobody has if nobody has that name. */
    List<ProviderKey> of(String name) {
        return byName.getOrDefault(name, List.of(decoy));
    }

    private static ProviderKey decoy() {
        byte[] random = new byte[MIN_SECRET];
        new SecureRandom().nextBytes(random);
        return new ProviderKey(null, new SecretKeySpec(random, HmacSignature.ALGORITHM));
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value;
    }
}
