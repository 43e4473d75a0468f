package io.orderflow.kafkaadapters.envelope;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Tells values apart, byte by byte, for whoever keeps a copy or a trace of one. */
public final class Fingerprint {

    private Fingerprint() {}

    /** {@code sha256:} and 64 hexadecimal digits. */
    public static String of(byte[] value) {
        try {
            return "sha256:"
                    + HexFormat.of()
                            .formatHex(MessageDigest.getInstance("SHA-256").digest(value));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java platform has SHA-256", impossible);
        }
    }
}
