package io.orderflow.orderservice.callback.web;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The header {@code Orderflow-Signature: t=<epoch seconds>,v1=<hex>}: an HMAC-SHA256 of the time as it was sent, a dot and
 * the raw body, so that neither can be replaced and an old request cannot be sent again for ever.
 *
 * @param time as it was sent, because that is what was signed
 */
record HmacSignature(String time, byte[] mac) {

    static final String ALGORITHM = "HmacSHA256";
    static final String HEADER = "Orderflow-Signature";

    private static final Pattern SHAPE = Pattern.compile("t=([0-9]{1,11}),v1=([0-9a-fA-F]{64})");

    /** Empty if the header has another shape. */
    static Optional<HmacSignature> parse(String header) {
        Matcher matcher = SHAPE.matcher(header);
        return matcher.matches()
                ? Optional.of(new HmacSignature(matcher.group(1), HexFormat.of().parseHex(matcher.group(2))))
                : Optional.empty();
    }

    Instant signedAt() {
        return Instant.ofEpochSecond(Long.parseLong(time));
    }

    /** Takes the same time whether the first byte differs or the last one. */
    boolean isOf(byte[] body, SecretKeySpec key) {
        return MessageDigest.isEqual(mac(time, body, key), mac);
    }

    static byte[] mac(String time, byte[] body, SecretKeySpec key) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            mac.update((time + ".").getBytes(StandardCharsets.UTF_8));
            return mac.doFinal(body);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has " + ALGORITHM, e);
        }
    }
}
