package io.orderflow.httpapi.users;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.security.crypto.password.PasswordEncoder;

/**
 * Compares passwords in constant time. Not a slow hash on purpose: nothing is stored (the passwords stand in the
 * environment, the key lives as long as the process), and Basic authentication would pay for a slow one with every call.
 */
final class SecretDigest implements PasswordEncoder {

    private static final String ALGORITHM = "HmacSHA256";

    private final SecretKeySpec key;

    SecretDigest() {
        byte[] random = new byte[32];
        new SecureRandom().nextBytes(random);
        key = new SecretKeySpec(random, ALGORITHM);
    }

    @Override
    public String encode(CharSequence password) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return HexFormat.of().formatHex(mac.doFinal(password.toString().getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has " + ALGORITHM, e);
        }
    }

    @Override
    public boolean matches(CharSequence password, String encoded) {
        return MessageDigest.isEqual(
                encode(password).getBytes(StandardCharsets.UTF_8), encoded.getBytes(StandardCharsets.UTF_8));
    }
}
