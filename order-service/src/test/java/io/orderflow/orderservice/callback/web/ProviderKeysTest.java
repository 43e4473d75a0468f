package io.orderflow.orderservice.callback.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.orderflow.httpapi.users.KnownTenants;
import io.orderflow.orderservice.callback.web.CallbackProperties.ProviderSecret;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ProviderKeysTest {

    private static final String SECRET = "a secret of thirty-two characters";

    @Test
    void withoutProvidersNobodyHasAKey() {
        assertThat(keys().isEmpty()).isTrue();
        assertThat(keys(new ProviderSecret("acme", "tenant_demo", SECRET)).isEmpty())
                .isFalse();
    }

    @Test
    void everythingThatIsWrongIsNamedAndNoSecret() {
        assertThatIllegalStateException()
                .isThrownBy(() -> keys(
                        new ProviderSecret(null, "tenant_demo", SECRET),
                        new ProviderSecret("acme", "tenant_unknown", SECRET),
                        new ProviderSecret("acme", null, null),
                        new ProviderSecret("acme", "tenant_demo", "s3cret")))
                .withMessageContaining("providers[0].name is not set")
                .withMessageContaining("providers[1].tenant is not one of service.tenants")
                .withMessageContaining("providers[2].tenant is not one of service.tenants")
                .withMessageContaining("providers[2].secret has less than 32 bytes")
                .withMessageContaining("providers[3].secret has less than 32 bytes")
                .withMessageNotContaining("s3cret")
                .withMessageNotContaining(SECRET);
    }

    @Test
    void aSecretCannotSpeakForTwoTenants() {
        assertThatIllegalStateException()
                .isThrownBy(() -> keys(
                        new ProviderSecret("acme", "tenant_demo", SECRET),
                        new ProviderSecret("acme", "tenant_other", SECRET)))
                .withMessageContaining("providers[1].secret is used for another tenant as well");
        assertThat(keys(
                                new ProviderSecret("acme", "tenant_demo", SECRET),
                                new ProviderSecret("other", "tenant_other", SECRET))
                        .of("acme"))
                .hasSize(1);
    }

    @Test
    void nothingShowsASecret() {
        ProviderSecret entry = new ProviderSecret("acme", "tenant_demo", SECRET);

        assertThat(new CallbackProperties(List.of(entry))).asString().doesNotContain(SECRET);
        assertThat(keys(entry).of("acme")).asString().contains("acme").doesNotContain(SECRET);
    }

    private static ProviderKeys keys(ProviderSecret... secrets) {
        return ProviderKeys.from(
                new CallbackProperties(List.of(secrets)),
                new KnownTenants(Set.of("tenant_demo", "tenant_other"), "service.tenants"));
    }
}
