package io.orderflow.testing.e2e.launcher;

import com.fasterxml.jackson.databind.JsonNode;
import io.orderflow.testing.e2e.client.OrderApi;
import java.util.stream.Stream;

/** How many orders have come to their end, and how many have not yet, as the order service counts them. */
public record OrdersUnderWay(long ended, long inFlight) {

    public static OrdersUnderWay in(OrderApi orders) {
        JsonNode statistics = orders.http()
                .get("/orders/statistics?capturedSince=1970-01-01T00:00:00Z")
                .expecting(200);
        JsonNode byStatus = statistics.path("byStatus");
        long ended = Stream.of("COMPLETED", "CANCELLED", "REJECTED")
                .mapToLong(status -> byStatus.path(status).asLong())
                .sum();
        return new OrdersUnderWay(ended, statistics.path("total").asLong() - ended);
    }
}
