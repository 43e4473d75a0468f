package io.orderflow.orderservice.order.web;

import java.util.UUID;
import java.util.stream.IntStream;

/** Bodies of capture commands, each for a quote of its own. */
final class OrderBodies {

    static final String LINE =
            """
            {"quoteLineId": "1", "offerId": "O", "action": "ADD", "quantity": 1, "unitPrice": "1.00"}
            """;

    private OrderBodies() {}

    static String order(String lines) {
        return orderOf("q_" + UUID.randomUUID(), lines);
    }

    static String orderOf(String quoteId, String lines) {
        return """
                {"quoteId": "%s", "customerId": "c", "currency": "GBP", "lines": [%s]}
                """
                .formatted(quoteId, lines);
    }

    static String dependsOn(String quoteLineId, String dependency) {
        return """
                {"quoteLineId": "%s", "offerId": "O", "action": "ADD", "quantity": 1, "unitPrice": "1.00", "dependsOn": ["%s"]}
                """
                .formatted(quoteLineId, dependency);
    }

    static String lines(int count) {
        return String.join(
                ",",
                IntStream.rangeClosed(1, count)
                        .mapToObj(i -> LINE.replace("\"1\"", "\"" + i + "\""))
                        .toList());
    }
}
