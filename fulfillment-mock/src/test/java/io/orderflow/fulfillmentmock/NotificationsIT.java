package io.orderflow.fulfillmentmock;

import static io.orderflow.fulfillmentmock.MockNode.eventually;
import static io.orderflow.fulfillmentmock.OrderEvents.newOrderId;
import static io.orderflow.fulfillmentmock.OrderEvents.send;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.orderflow.testing.contractkits.ExampleEvents;
import io.orderflow.testing.support.postgres.TestPostgres;
import java.util.List;
import org.junit.jupiter.api.Test;

class NotificationsIT {

    @Test
    void eachEventOfBothTopicsIsNotedOnceAndForItsTenantAlone() {
        String orderId = newOrderId();
        ObjectNode failed = ExampleEvents.about("OrderLineFailed", orderId, 1);
        ObjectNode cancelled = ExampleEvents.about("OrderCancelled", orderId, 2);
        ObjectNode late = ExampleEvents.about("OrderJeopardyRaised", orderId, 1);
        try (MockNode node = MockNode.start(TestPostgres.newDatabase())) {
            send(List.of(failed, failed, cancelled, failed));
            ApprovalRequests.send(late);
            ApprovalRequests.send(late);
            eventually(() -> notifications(node, "demo", orderId).size() == 3);
            passed(node, orderId);

            assertThat(notifications(node, "demo", orderId).findValuesAsText("eventId"))
                    .hasSize(5)
                    .doesNotHaveDuplicates()
                    .contains(
                            failed.path("eventId").asText(),
                            cancelled.path("eventId").asText(),
                            late.path("eventId").asText());
            assertThat(notifications(node, "demo", orderId).findValuesAsText("message"))
                    .contains("The order was cancelled: Ordered twice", "Line " + orderId + "-1 is late: LINE_OVERDUE");
            assertThat(notifications(node, "other", orderId)).isEmpty();
        }
    }

    /** The last event of each partition has its effect only after the duplicates had none. */
    private static void passed(MockNode node, String orderId) {
        send(List.of(ExampleEvents.about("OrderCompleted", orderId, 3)));
        ApprovalRequests.send(ExampleEvents.about("OrchestrationFinished", orderId, 2));
        eventually(() -> notifications(node, "demo", orderId).size() >= 5);
    }

    private static JsonNode notifications(MockNode node, String user, String orderId) {
        return node.send(MockNode.as(user).GET(), "/notifications?orderId=" + orderId)
                .json()
                .path("items");
    }
}
