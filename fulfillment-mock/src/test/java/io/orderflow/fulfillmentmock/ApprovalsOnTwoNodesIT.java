package io.orderflow.fulfillmentmock;

import static io.orderflow.fulfillmentmock.ApprovalRequests.APPROVALS;
import static io.orderflow.fulfillmentmock.ApprovalRequests.PROCESSES;
import static io.orderflow.fulfillmentmock.MockNode.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.micrometer.core.instrument.MeterRegistry;
import io.orderflow.testing.contractkits.ExampleEvents;
import io.orderflow.testing.support.kafka.TestKafka;
import io.orderflow.testing.support.postgres.TestDatabase;
import io.orderflow.testing.support.postgres.TestPostgres;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Thousands of approvals that the policy decides on two nodes while somebody decides some of them by hand. */
class ApprovalsOnTwoNodesIT {

    private static final Logger LOG = LoggerFactory.getLogger(ApprovalsOnTwoNodesIT.class);
    private static final int ORDERS = 2_000;
    private static final int BY_HAND = 200;

    private final List<String> orders =
            Stream.generate(OrderEvents::newOrderId).limit(ORDERS).toList();

    @Test
    void everyCaseIsOpenedOnceAndEveryDecisionIsOneEvent() {
        TestDatabase database = TestPostgres.newDatabase();
        try (MockNode one = MockNode.start(database);
                MockNode two = MockNode.start(database)) {
            two.put(
                    "/approval-policy",
                    "{\"behaviour\": \"GRANT\", \"minLatencyMillis\": 0, \"maxLatencyMillis\": 3000}");
            TestKafka.sendAll(orders.stream()
                    .flatMap(orderId -> Stream.of(
                            event("OrderApprovalRequested", orderId, 1),
                            event("OrderApprovalRequested", orderId, 2),
                            event("OrchestrationFinished", orderId, 3)))
                    .flatMap(event -> Stream.of(event, event))
                    .map(ApprovalsOnTwoNodesIT::sent)
                    .toList());
            eventually(() -> count(one, "approval_case") == ORDERS);
            orders.stream().limit(BY_HAND).forEach(orderId -> assertThat((orderId.hashCode() % 2 == 0 ? one : two)
                            .post("/approvals", declined(orderId))
                            .status())
                    .isEqualTo(200));
            eventually(() -> count(one, "approval_case WHERE decided_at IS NULL") == 0
                    && count(one, "notification") == ORDERS
                    && count(one, "outbox_event") == 0);

            Map<String, List<JsonNode>> decided = decisions();
            assertThat(decided).hasSize(ORDERS);
            assertThat(decided.values()).allSatisfy(order -> assertThat(order)
                    .extracting(event -> event.path("aggregateVersion").asLong())
                    .containsExactlyElementsOf(
                            LongStream.rangeClosed(1, order.size()).boxed().toList()));
            long events = decided.values().stream().mapToInt(List::size).sum();
            assertThat(events).isEqualTo(count(one, "approval_decision"));
            assertThat(count(one, "approval_decision WHERE decision = 'DECLINED'"))
                    .isEqualTo(BY_HAND);
            assertThat(Stream.of(one, two))
                    .allSatisfy(node -> assertThat(byPolicy(node)).isPositive());
            assertThat(byPolicy(one) + byPolicy(two)).isEqualTo(events - BY_HAND);
            LOG.warn("{} orders, {} decided by hand, {} decisions on two nodes", ORDERS, BY_HAND, events);
        }
    }

    private Map<String, List<JsonNode>> decisions() {
        Set<String> mine = Set.copyOf(orders);
        return TestKafka.records(APPROVALS).stream()
                .filter(sent -> mine.contains(sent.key()))
                .map(OrderEvents::valid)
                .collect(
                        Collectors.groupingBy(event -> event.path("aggregateId").asText()));
    }

    private static ObjectNode event(String eventType, String orderId, long version) {
        return ExampleEvents.about(eventType, orderId, version);
    }

    private static ProducerRecord<@Nullable String, byte[]> sent(ObjectNode event) {
        ProducerRecord<@Nullable String, byte[]> sent = new ProducerRecord<>(
                PROCESSES, event.path("aggregateId").asText(), event.toString().getBytes(StandardCharsets.UTF_8));
        sent.headers().add("tenantId", event.path("tenantId").asText().getBytes(StandardCharsets.UTF_8));
        return sent;
    }

    private static String declined(String orderId) {
        return "{\"orderId\": \"%s\", \"decision\": \"DECLINED\", \"approver\": \"approver_9\", \"reason\": \"No\"}"
                .formatted(orderId);
    }

    private static double byPolicy(MockNode node) {
        return node.bean(MeterRegistry.class).counter("approval.decisions").count();
    }

    private static long count(MockNode node, String rows) {
        return node.jdbc().sql("SELECT count(*) FROM " + rows).query(Long.class).single();
    }
}
