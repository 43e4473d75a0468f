package io.orderflow.fulfillmentmock;

import static io.orderflow.fulfillmentmock.MockNode.eventually;
import static io.orderflow.fulfillmentmock.OrderEvents.ANSWERS;
import static io.orderflow.fulfillmentmock.OrderEvents.newOrderId;
import static io.orderflow.fulfillmentmock.OrderEvents.requests;
import static io.orderflow.fulfillmentmock.OrderEvents.send;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.micrometer.core.instrument.MeterRegistry;
import io.orderflow.testing.support.kafka.TestKafka;
import io.orderflow.testing.support.postgres.TestDatabase;
import io.orderflow.testing.support.postgres.TestPostgres;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TwoNodesIT {

    private static final int ORDERS = 100;
    private static final int LINES = 80;

    @Test
    void twoNodesAnswerEveryRequestOnce() {
        TestDatabase database = TestPostgres.newDatabase();
        try (MockNode one = MockNode.start(database);
                MockNode two = MockNode.start(database)) {
            one.put("/fulfillment-latency", "{\"minMillis\": 0, \"maxMillis\": 0}");
            one.post("/fulfillment-pause", "");
            Set<String> orders = new HashSet<>();
            for (int i = 0; i < ORDERS; i++) {
                String orderId = newOrderId();
                orders.add(orderId);
                send(requests(orderId, LINES));
            }
            eventually(() -> count(one, "fulfillment_request") == ORDERS * LINES);
            assertThat(count(one, "fulfillment_request WHERE answered_at IS NOT NULL"))
                    .as("a pause on one node holds for the other")
                    .isZero();

            two.post("/fulfillment-resume", "");
            eventually(() -> count(one, "fulfillment_request WHERE answered_at IS NULL") == 0
                    && count(one, "outbox_event") == 0);

            List<JsonNode> answers = TestKafka.records(ANSWERS).stream()
                    .filter(answer -> orders.contains(answer.key()))
                    .map(OrderEvents::valid)
                    .toList();
            assertThat(answers).hasSize(ORDERS * LINES);
            assertThat(answers)
                    .extracting(answer -> answer.at("/payload/idempotencyKey").asText())
                    .doesNotHaveDuplicates();
            Map<String, List<Long>> versions = answers.stream()
                    .collect(Collectors.groupingBy(
                            answer -> answer.path("aggregateId").asText(),
                            Collectors.mapping(
                                    answer -> answer.path("aggregateVersion").asLong(), Collectors.toList())));
            assertThat(versions.values())
                    .as("no version is missing, doubled or out of order")
                    .allSatisfy(order -> assertThat(order)
                            .containsExactlyElementsOf(
                                    LongStream.rangeClosed(1, LINES).boxed().toList()));
            assertThat(Stream.of(one, two))
                    .allSatisfy(node -> assertThat(answersOf(node)).isPositive());
            assertThat(answersOf(one) + answersOf(two)).isEqualTo(ORDERS * LINES);
        }
    }

    private static long count(MockNode node, String rows) {
        return node.jdbc().sql("SELECT count(*) FROM " + rows).query(Long.class).single();
    }

    private static double answersOf(MockNode node) {
        return node.bean(MeterRegistry.class).counter("fulfillment.answers").count();
    }
}
