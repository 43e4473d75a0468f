package io.orderflow.orderservice.contract;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.orderflow.orderservice.Events;
import io.orderflow.orderservice.OrderServiceNode;
import io.orderflow.testing.contractkits.ExampleEvents;
import java.time.Duration;
import java.util.List;
import java.util.UUID;

/** Orders of which only the read model has heard, told by the catalogue's examples. */
final class SummaryScene {

    static final String GROUP = "projection-service.order-read-model.consumer";

    private final OrderServiceNode node = OrderServiceNode.shared();

    /** Tells of a new order what comes before the event, and returns the event. */
    ObjectNode nextIs(String eventType, String... before) {
        String orderId = "ord_" + UUID.randomUUID().toString().replace("-", "");
        for (int i = 0; i < before.length; i++) {
            new Events.Outgoing(Events.ORDERS, ExampleEvents.about(before[i], orderId, i + 1)).send();
        }
        await().pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(20))
                .atMost(Duration.ofSeconds(60))
                .until(() -> version(orderId) == before.length);
        return ExampleEvents.about(eventType, orderId, before.length + 1);
    }

    List<String> effects(String orderId) {
        return node.jdbc()
                .sql("select to_jsonb(s)::text from order_summary_projection as s where order_id = ?")
                .param(orderId)
                .query(String.class)
                .list();
    }

    private long version(String orderId) {
        return node.jdbc()
                .sql("select coalesce(max(version), 0) from order_summary_projection where order_id = ?")
                .param(orderId)
                .query(Long.class)
                .single();
    }
}
