package io.orderflow.orderservice.order;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.IntStream;

/** Drafts for tests. */
public final class Drafts {

    private Drafts() {}

    /** A draft of lines that depend on nothing. */
    public static OrderDraft independent(String quoteId, int lines) {
        return of(
                quoteId,
                IntStream.rangeClosed(1, lines).mapToObj(i -> line("l" + i)).toList());
    }

    public static OrderDraft of(String quoteId, DraftLine... lines) {
        return of(quoteId, List.of(lines));
    }

    public static OrderDraft of(String quoteId, List<DraftLine> lines) {
        return new OrderDraft(
                quoteId,
                "cust_1001",
                "GBP",
                Totals.ofOneTime(lines),
                CommercialSnapshot.hash(quoteId, "cust_1001", "GBP", lines),
                lines);
    }

    public static DraftLine line(String quoteLineId, String... dependsOn) {
        return new DraftLine(
                quoteLineId,
                "OFFER-" + quoteLineId,
                LineAction.ADD,
                2,
                new BigDecimal("12.5"),
                null,
                List.of(dependsOn));
    }
}
