package io.orderflow.orderservice.projection;

import io.orderflow.orderservice.OrderServiceNode;
import io.orderflow.testing.support.kafka.TestKafka;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;

/** The events of one order, as its owner would have published them; nobody owns these orders, so only the read model hears. */
public final class OrderStory {

    public static final String TOPIC = "oms.order.events.v1";

    private static final Instant BEGAN = Instant.parse("2026-11-23T08:00:00Z");

    private final String id = "ord_" + UUID.randomUUID().toString().replace("-", "");
    private final String tenant;
    private final int lines;
    private final List<String> events = new ArrayList<>();

    private OrderStory(String tenant, int lines) {
        this.tenant = tenant;
        this.lines = lines;
    }

    public static OrderStory captured(int lines) {
        return captured(OrderServiceNode.TENANT, lines);
    }

    public static OrderStory captured(String tenant, int lines) {
        OrderStory story = new OrderStory(tenant, lines);
        String summaries = story.each(
                """
                {"orderLineId": "%1$s", "quoteLineId": "q%2$d", "offerId": "85123A", "action": "ADD", "quantity": 6,
                 "unitPrice": "2.55", "description": "WHITE HANGING HEART T-LIGHT HOLDER", "dependsOn": []}
                """);
        return story.tell(
                "OrderCaptured",
                """
                {"orderId": "%s", "quoteId": "q_%s", "customerId": "cust_17850", "capturedAt": "2026-11-23T08:00:00Z",
                 "currency": "GBP", "totals": {"oneTimeTotal": "27.40", "recurringTotal": "0.00"}, "lineSummaries": [%s],
                 "commercialSnapshotHash": "sha256:%s"}
                """
                        .formatted(story.id, story.id, summaries, "0".repeat(64)));
    }

    /** Captured, validated, taken up, and each line started, requested and fulfilled. */
    public static OrderStory completed(int lines) {
        OrderStory story = captured(lines).validated().activated();
        IntStream.rangeClosed(1, lines)
                .forEach(line -> story.started(line).requested(line).fulfilled(line));
        return story.completed();
    }

    public String id() {
        return id;
    }

    public OrderStory validated() {
        return tell(
                "OrderValidated",
                "{\"orderId\": \"%s\", \"validatedAt\": \"2026-11-23T08:00:00Z\", \"lineCount\": %d}"
                        .formatted(id, lines));
    }

    public OrderStory activated() {
        return tell(
                "OrderActivated",
                "{\"orderId\": \"%s\", \"activatedAt\": \"2026-11-23T08:00:00Z\", \"processInstanceId\": \"p-1\"}"
                        .formatted(id));
    }

    public OrderStory started(int line) {
        return tell(
                "OrderLineStarted",
                """
                {"orderId": "%s", "orderLineId": "%s", "startedAt": "2026-11-23T08:00:00Z", "processInstanceId": "p-1"}
                """
                        .formatted(id, line(line)));
    }

    public OrderStory requested(int line) {
        return tell(
                "OrderLineFulfillmentRequested",
                """
                {"orderId": "%s", "orderLineId": "%s", "requestedAt": "2026-11-23T08:00:00Z", "attempt": 1,
                 "idempotencyKey": "%2$s:1", "line": {"offerId": "85123A", "action": "ADD", "quantity": 6, "unitPrice": "2.55"},
                 "customerId": "cust_17850"}
                """
                        .formatted(id, line(line)));
    }

    public OrderStory fulfilled(int line) {
        return tell(
                "OrderLineFulfillmentCompleted",
                """
                {"orderId": "%s", "orderLineId": "%s", "completedAt": "2026-11-23T08:00:00Z", "attempt": 1,
                 "providerReference": "prov_7f3a"}
                """
                        .formatted(id, line(line)));
    }

    public OrderStory completed() {
        return tell(
                "OrderCompleted",
                """
                {"orderId": "%s", "completedAt": "2026-11-23T08:00:00Z",
                 "totals": {"oneTimeTotal": "27.40", "recurringTotal": "0.00"}, "lines": [%s]}
                """
                        .formatted(id, each("{\"orderLineId\": \"%1$s\", \"outcome\": \"COMPLETED\"}")));
    }

    /** Whatever is open is cancelled; the first line was fulfilled before. */
    public OrderStory cancelled() {
        return tell(
                "OrderCancelled",
                """
                {"orderId": "%s", "cancelledAt": "2026-11-23T08:00:00Z", "cancelledBy": "user_42", "reason": "Ordered twice",
                 "lines": [%s]}
                """
                        .formatted(
                                id,
                                IntStream.rangeClosed(1, lines)
                                        .mapToObj(line ->
                                                "{\"orderLineId\": \"%s\", \"outcome\": \"%s\", \"reversalRequired\": %b}"
                                                        .formatted(
                                                                line(line),
                                                                line == 1 ? "COMPLETED" : "CANCELLED",
                                                                line == 1))
                                        .collect(Collectors.joining(","))));
    }

    /** The record of one event, counted from 1, as its version. */
    public ProducerRecord<@Nullable String, byte[]> record(int version) {
        return record(events.get(version - 1));
    }

    /** The same fact under another event id. */
    public ProducerRecord<@Nullable String, byte[]> retold(int version) {
        return record(events.get(version - 1)
                .replaceFirst("\"eventId\": \"[^\"]+\"", "\"eventId\": \"%s\"".formatted(UUID.randomUUID())));
    }

    /** A record that breaks the schema of its event. */
    public ProducerRecord<@Nullable String, byte[]> broken(int version) {
        return record(events.get(version - 1).replace("\"orderId\"", "\"noOrderId\""));
    }

    public List<ProducerRecord<@Nullable String, byte[]>> records() {
        return events.stream().map(this::record).toList();
    }

    public OrderStory send() {
        TestKafka.sendAll(records());
        return this;
    }

    /** Of all stories, in turns, as if they had happened at the same time. */
    public static void sendAll(Collection<OrderStory> stories) {
        List<ProducerRecord<@Nullable String, byte[]>> all = new ArrayList<>();
        int longest =
                stories.stream().mapToInt(story -> story.events.size()).max().orElse(0);
        for (int i = 0; i < longest; i++) {
            for (OrderStory story : stories) {
                if (i < story.events.size()) {
                    all.add(story.record(i + 1));
                }
            }
        }
        TestKafka.sendAll(all);
    }

    private OrderStory tell(String type, String payload) {
        int version = events.size() + 1;
        // As the relay writes it: publishedAt first.
        events.add(
                """
                {"publishedAt":"%s","eventId": "%s", "eventType": "%s", "eventVersion": 1, "occurredAt": "%s",
                 "producer": "order-service", "tenantId": "%s", "aggregateType": "Order", "aggregateId": "%s",
                 "aggregateVersion": %d, "correlationId": "corr_1", "schemaRef": "schema://oms.order.events/%3$s/1",
                 "payload": %s, "metadata": {"actorType": "SYSTEM"}}
                """
                        .formatted(
                                BEGAN.plusSeconds(version),
                                UUID.randomUUID(),
                                type,
                                BEGAN.plusMillis(version),
                                tenant,
                                id,
                                version,
                                payload));
        return this;
    }

    private ProducerRecord<@Nullable String, byte[]> record(String value) {
        ProducerRecord<@Nullable String, byte[]> record =
                new ProducerRecord<>(TOPIC, id, value.getBytes(StandardCharsets.UTF_8));
        record.headers().add("tenantId", tenant.getBytes(StandardCharsets.UTF_8));
        return record;
    }

    private String each(String line) {
        return IntStream.rangeClosed(1, lines)
                .mapToObj(number -> line.formatted(line(number), number))
                .collect(Collectors.joining(","));
    }

    private String line(int number) {
        return id + "-" + number;
    }
}
