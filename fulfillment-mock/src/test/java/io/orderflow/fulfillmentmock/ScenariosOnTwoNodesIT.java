package io.orderflow.fulfillmentmock;

import static io.orderflow.fulfillmentmock.MockNode.eventually;
import static io.orderflow.fulfillmentmock.OrderEvents.ANSWERS;
import static io.orderflow.fulfillmentmock.OrderEvents.of;
import static io.orderflow.fulfillmentmock.OrderEvents.request;
import static io.orderflow.fulfillmentmock.OrderEvents.reversal;
import static io.orderflow.fulfillmentmock.OrderEvents.send;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.micrometer.core.instrument.MeterRegistry;
import io.orderflow.fulfillmentmock.latency.LatencyDistribution;
import io.orderflow.testing.support.kafka.TestKafka;
import io.orderflow.testing.support.postgres.TestDatabase;
import io.orderflow.testing.support.postgres.TestPostgres;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Thousands of requests and reversals, each asked for twice, under six behaviours at once: one effect for each attempt. */
class ScenariosOnTwoNodesIT {

    private static final Logger LOG = LoggerFactory.getLogger(ScenariosOnTwoNodesIT.class);

    private static final List<String> BEHAVIOURS =
            List.of("SUCCEED", "DUPLICATE", "REORDER", "FAIL", "LOSE", "ANSWER_AFTER_CANCEL");
    private static final int ORDERS = 60;
    private static final int LINES = 48;
    /** Undone before the provider may answer, and those behind them up to the second number afterwards. */
    private static final int UNDONE_EARLY = 12;

    private static final int UNDONE = 24;
    private static final long SEED = 20260702;

    private final List<String> orders =
            Stream.generate(OrderEvents::newOrderId).limit(ORDERS).toList();

    @Test
    void everyAttemptHasOneEffectHoweverManyNodesAndRepetitionsThereAre() {
        TestDatabase database = TestPostgres.newDatabase();
        try (MockNode one = MockNode.start(database);
                MockNode two = MockNode.start(database)) {
            one.put("/fulfillment-latency", "{\"minMillis\": 0, \"maxMillis\": 200}");
            BEHAVIOURS.forEach(behaviour -> two.put(
                    "/fulfillment-scenarios",
                    "{\"offerId\": \"%1$s\", \"behaviour\": \"%1$s\", \"copies\": 3}".formatted(behaviour)));
            one.post("/fulfillment-pause", "");
            orders.forEach(orderId -> send(asked(orderId)));
            orders.forEach(orderId -> send(undone(orderId, 1, UNDONE_EARLY, 2 * LINES)));
            eventually(() -> count(one, "fulfillment_reversal") == ORDERS * UNDONE_EARLY);
            two.post("/fulfillment-resume", "");
            eventually(() -> isQuiet(one));
            orders.forEach(orderId -> send(undone(orderId, UNDONE_EARLY + 1, UNDONE, 2 * LINES + 2 * UNDONE_EARLY)));
            eventually(() -> count(one, "fulfillment_reversal") == ORDERS * UNDONE && isQuiet(one));

            assertTheLogHasEachAttemptOnce(one);
            assertEveryNodeKeepsToTheSeed(one);
            Map<String, Integer> answers = answersByLine();
            orders.forEach(orderId -> IntStream.rangeClosed(1, LINES)
                    .forEach(line -> assertThat(answers.getOrDefault(orderId + "-" + line, 0))
                            .as("%s line %s", behaviour(line), line)
                            .isEqualTo(expectedAnswers(line))));
            assertThat(Stream.of(one, two)).allSatisfy(node -> assertThat(node.bean(MeterRegistry.class)
                            .counter("fulfillment.answers")
                            .count())
                    .isPositive());
        }
    }

    private void assertTheLogHasEachAttemptOnce(MockNode node) {
        long sent = ORDERS * (2L * LINES + 2L * UNDONE);
        assertThat(count(node, "fulfillment_request")).isEqualTo(ORDERS * LINES);
        assertThat(outcomes(node, "APPLIED")).isEqualTo(sent / 2);
        assertThat(outcomes(node, "IGNORED")).isEqualTo(sent / 2);
        assertThat(count(node, "fulfillment_request WHERE withdrawn_at IS NOT NULL"))
                .isEqualTo(ORDERS * (UNDONE_EARLY - UNDONE_EARLY / BEHAVIOURS.size()));
    }

    /** Whichever node received it: the time a request takes follows from its key. */
    private void assertEveryNodeKeepsToTheSeed(MockNode node) {
        LatencyDistribution seeded = new LatencyDistribution(SEED, 0, 200);
        Map<String, Long> taken = new HashMap<>();
        node.jdbc()
                .sql(
                        """
                        SELECT idempotency_key, (extract(epoch FROM due_at - received_at) * 1000)::bigint AS millis
                        FROM fulfillment_request WHERE behaviour <> 'ANSWER_AFTER_CANCEL'
                        """)
                .query(row -> {
                    taken.put(row.getString("idempotency_key"), row.getLong("millis"));
                });
        assertThat(taken).hasSize(ORDERS * LINES * (BEHAVIOURS.size() - 1) / BEHAVIOURS.size());
        assertThat(taken).allSatisfy((key, millis) -> assertThat(millis)
                .isEqualTo(seeded.latencyOf(key).toMillis()));
    }

    /** How many answers there are for each line; reversals are checked on the way. */
    private Map<String, Integer> answersByLine() {
        Set<String> mine = Set.copyOf(orders);
        List<JsonNode> events = TestKafka.records(ANSWERS).stream()
                .filter(sent -> mine.contains(sent.key()))
                .map(OrderEvents::valid)
                .toList();
        assertThat(events).extracting(event -> event.path("eventId").asText()).doesNotHaveDuplicates();
        Map<String, List<JsonNode>> byOrder = events.stream()
                .collect(
                        Collectors.groupingBy(event -> event.path("aggregateId").asText()));
        assertThat(byOrder.values()).hasSize(ORDERS).allSatisfy(order -> assertThat(order)
                .extracting(event -> event.path("aggregateVersion").asLong())
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(1, order.size()).boxed().toList()));
        Map<String, Integer> answers = new HashMap<>();
        List<String> reversed = new ArrayList<>();
        for (JsonNode event : events) {
            String lineId = event.at("/payload/orderLineId").asText();
            if (event.path("eventType").asText().equals("FulfillmentReversed")) {
                reversed.add(lineId);
            } else {
                answers.merge(lineId, 1, Integer::sum);
            }
        }
        assertThat(reversed).hasSize(ORDERS * UNDONE).doesNotHaveDuplicates();
        LOG.warn(
                "{} requests and {} reversals, each asked for twice, on two nodes: {} events, each version once",
                ORDERS * LINES,
                ORDERS * UNDONE,
                events.size());
        return answers;
    }

    private static int expectedAnswers(int line) {
        boolean isEarly = line <= UNDONE_EARLY;
        return switch (behaviour(line)) {
            case "SUCCEED", "REORDER", "FAIL" -> isEarly ? 0 : 1;
            case "DUPLICATE" -> isEarly ? 0 : 3;
            case "ANSWER_AFTER_CANCEL" -> line <= UNDONE ? 1 : 0;
            default -> 0;
        };
    }

    private static List<ObjectNode> asked(String orderId) {
        return IntStream.rangeClosed(1, 2 * LINES)
                .mapToObj(version -> {
                    int line = 1 + (version - 1) % LINES;
                    return of(request(orderId, line, 1, version), behaviour(line));
                })
                .toList();
    }

    private static List<ObjectNode> undone(String orderId, int from, int to, int before) {
        int many = to - from + 1;
        return IntStream.rangeClosed(1, 2 * many)
                .mapToObj(each -> {
                    int line = from + (each - 1) % many;
                    return of(reversal(orderId, line, 1, before + each), behaviour(line));
                })
                .toList();
    }

    private static String behaviour(int line) {
        return BEHAVIOURS.get(line % BEHAVIOURS.size());
    }

    private static boolean isQuiet(MockNode node) {
        return count(
                                node,
                                "fulfillment_request WHERE answered_at IS NULL AND withdrawn_at IS NULL AND due_at IS NOT NULL")
                        == 0
                && count(node, "fulfillment_reversal WHERE answered_at IS NULL") == 0
                && count(node, "outbox_event") == 0;
    }

    private static long outcomes(MockNode node, String outcome) {
        return count(
                node,
                "inbox_event WHERE consumer = 'fulfillment-adapter.order-events.consumer' AND outcome = '%s'"
                        .formatted(outcome));
    }

    private static long count(MockNode node, String rows) {
        return node.jdbc().sql("SELECT count(*) FROM " + rows).query(Long.class).single();
    }
}
