package io.orderflow.testing.e2e.data;

import io.orderflow.testing.e2e.data.Invoice.InvoiceLine;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Request bodies for the two ways to order the same thing. The second line of an order waits for the first. */
public final class OrderBodies {

    private OrderBodies() {}

    /** For {@code POST /orders}. */
    public static Map<String, Object> order(String quoteId, Invoice invoice) {
        return Map.of(
                "quoteId",
                quoteId,
                "customerId",
                invoice.customerId(),
                "currency",
                "GBP",
                "lines",
                lines(quoteId, invoice));
    }

    /** For {@code POST /quotes/{quoteId}/acceptance}. */
    public static Map<String, Object> acceptance(String quoteId, Invoice invoice) {
        return Map.of(
                "customerId",
                invoice.customerId(),
                "acceptedBy",
                "user_42",
                "currency",
                "GBP",
                "lines",
                lines(quoteId, invoice));
    }

    private static List<Map<String, Object>> lines(String quoteId, Invoice invoice) {
        return IntStream.range(0, invoice.lines().size())
                .mapToObj(index -> line(quoteId, index, invoice.lines().get(index)))
                .toList();
    }

    private static Map<String, Object> line(String quoteId, int index, InvoiceLine line) {
        return Map.of(
                "quoteLineId", quoteId + "-" + (index + 1),
                "offerId", line.offerId(),
                "action", "ADD",
                "quantity", line.quantity(),
                "unitPrice", line.unitPrice(),
                "description", line.description(),
                "dependsOn", index == 1 ? List.of(quoteId + "-1") : List.of());
    }
}
