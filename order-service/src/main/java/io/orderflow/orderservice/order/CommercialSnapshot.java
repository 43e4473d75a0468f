package io.orderflow.orderservice.order;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/**
 * The fingerprint of what a customer agreed to: equal for equal content, however it was laid out. Every text is written
 * with its length in front, so that no two contents run together to the same bytes.
 */
public final class CommercialSnapshot {

    private final MessageDigest digest;

    private CommercialSnapshot(MessageDigest digest) {
        this.digest = digest;
    }

    /** {@code sha256:} and 64 hex digits. */
    public static String hash(String quoteId, String customerId, String currency, List<DraftLine> lines) {
        CommercialSnapshot snapshot = new CommercialSnapshot(sha256());
        snapshot.add(quoteId);
        snapshot.add(customerId);
        snapshot.add(currency);
        lines.forEach(snapshot::add);
        return "sha256:" + HexFormat.of().formatHex(snapshot.digest.digest());
    }

    private void add(DraftLine line) {
        add(line.quoteLineId());
        add(line.offerId());
        add(line.action().name());
        add(Integer.toString(line.quantity()));
        add(Money.normalized(line.unitPrice()).toPlainString());
        add(line.description() == null ? "absent" : "present");
        add(line.description() == null ? "" : line.description());
        add(Integer.toString(line.dependsOn().size()));
        line.dependsOn().forEach(this::add);
    }

    private void add(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        digest.update((bytes.length + ":").getBytes(StandardCharsets.UTF_8));
        digest.update(bytes);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
