package io.orderflow.orderservice.order;

import java.util.List;

/**
 * What a customer agreed to, before it is an order: whichever channel it came through, {@link DraftRules} judges it.
 *
 * @param commercialSnapshotHash fingerprint of the content, {@code sha256:<64 hex digits>}
 */
public record OrderDraft(
        String quoteId,
        String customerId,
        String currency,
        Totals totals,
        String commercialSnapshotHash,
        List<DraftLine> lines) {

    public OrderDraft {
        lines = List.copyOf(lines);
    }
}
