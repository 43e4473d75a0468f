package io.orderflow.fulfillmentmock;

import static io.orderflow.fulfillmentmock.MockNode.eventually;
import static io.orderflow.fulfillmentmock.OrderEvents.ANSWERS;
import static io.orderflow.fulfillmentmock.OrderEvents.newOrderId;
import static io.orderflow.fulfillmentmock.OrderEvents.published;
import static io.orderflow.fulfillmentmock.OrderEvents.requests;
import static io.orderflow.fulfillmentmock.OrderEvents.reversal;
import static io.orderflow.fulfillmentmock.OrderEvents.send;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.orderflow.testing.support.postgres.TestPostgres;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class OutageIT {

    private static final int LINES = 20;

    /** With short delays instead of minutes; the way through the topics is the same. */
    private static final Map<String, String> SHORT = Map.of(
            "orderflow.kafka.consumer.retry-delays.1m", "500ms",
            "orderflow.kafka.consumer.retry-delays.15m", "1s",
            "orderflow.kafka.consumer.retry-delays.1h", "1s");

    @Test
    void requestsTakeTheRetryTopicsUntilTheProviderIsBack() {
        String before = newOrderId();
        String during = newOrderId();
        try (MockNode node = MockNode.start(TestPostgres.newDatabase(), SHORT)) {
            node.put("/fulfillment-latency", "{\"minMillis\": 0, \"maxMillis\": 0}");
            send(requests(before, 1));
            eventually(() -> published(ANSWERS, before).size() == 1);

            assertThat(node.post("/fulfillment-outage", "{\"seconds\": 3600}")
                            .json()
                            .has("until"))
                    .isTrue();
            send(requests(during, LINES));
            send(List.of(reversal(before, 1, 1, 2)));
            eventually(() -> outcomes(node, before, during).contains("RETRYING provider_unreachable"));
            assertThat(published(ANSWERS, during)).isEmpty();
            assertThat(node.delete("/fulfillment-outage").json().has("until")).isFalse();

            eventually(() -> published(ANSWERS, during).size() == LINES
                    && published(ANSWERS, before).size() == 2);
            assertThat(outcomes(node, before, during)).containsOnly("APPLIED");
            assertThat(published(ANSWERS, during))
                    .extracting(answer -> answer.at("/payload/orderLineId").asText())
                    .doesNotHaveDuplicates();
            assertThat(published(ANSWERS, before))
                    .extracting((JsonNode answer) -> answer.path("eventType").asText())
                    .containsExactly("FulfillmentCompleted", "FulfillmentReversed");
        }
    }

    private static List<String> outcomes(MockNode node, String... orderIds) {
        return node.jdbc()
                .sql(
                        """
                        SELECT concat_ws(' ', outcome, CASE outcome WHEN 'APPLIED' THEN NULL ELSE code END)
                        FROM inbox_event
                        WHERE consumer = 'fulfillment-adapter.order-events.consumer' AND aggregate_id = ANY (:orderIds)
                        """)
                .param("orderIds", orderIds)
                .query(String.class)
                .list();
    }
}
