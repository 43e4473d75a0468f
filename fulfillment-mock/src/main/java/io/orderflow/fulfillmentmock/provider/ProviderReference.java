package io.orderflow.fulfillmentmock.provider;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** The provider's own name for a request. It follows from the request, so that asking again gets the same one. */
public final class ProviderReference {

    private static final int BYTES = 10;

    private ProviderReference() {}

    /** Of the request with this key. */
    public static String of(String tenantId, String idempotencyKey) {
        return "prov_" + digest(tenantId, idempotencyKey);
    }

    /** Of undoing the request with this key. */
    public static String ofReversal(String tenantId, String idempotencyKey) {
        return "rev_" + digest(tenantId, idempotencyKey);
    }

    private static String digest(String tenantId, String idempotencyKey) {
        byte[] request = (tenantId + '\n' + idempotencyKey).getBytes(StandardCharsets.UTF_8);
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(request);
            return HexFormat.of().formatHex(digest, 0, BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
