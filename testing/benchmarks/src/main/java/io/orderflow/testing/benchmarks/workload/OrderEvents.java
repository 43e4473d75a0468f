package io.orderflow.testing.benchmarks.workload;

import com.github.f4b6a3.uuid.UuidCreator;
import io.orderflow.kafkaadapters.envelope.EnvelopeCodec;
import io.orderflow.kafkaadapters.envelope.EventEnvelope;
import io.orderflow.kafkaadapters.envelope.EventHeaders;
import io.orderflow.testing.benchmarks.servers.Node;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.ProducerRecord;

/**
 * The life of an order of three lines as the order service tells it, as records of its topic: captured, each line
 * fulfilled, completed. No approval is needed. Thread safe.
 */
public final class OrderEvents {

    public static final String TOPIC_FAMILY = "oms.order.events.";
    public static final String TOPIC = TOPIC_FAMILY + "v1";

    public static final int LINES = 3;
    /** Of an order, each with a version of its own, from 1. */
    public static final int EVENTS = LINES + 2;

    private static final Totals TOTALS = new Totals("27.40", "0.00");
    private static final String HASH = "sha256:" + "9f86d081".repeat(8);

    private final EnvelopeCodec codec = new EnvelopeCodec();
    private final Clock clock;

    public OrderEvents(Clock clock) {
        this.clock = clock;
    }

    private record Totals(String oneTimeTotal, String recurringTotal) {}

    private record Line(
            String orderLineId,
            String quoteLineId,
            String offerId,
            String action,
            int quantity,
            String unitPrice,
            List<String> dependsOn) {}

    private record Captured(
            String orderId,
            String quoteId,
            String customerId,
            Instant capturedAt,
            String currency,
            Totals totals,
            List<Line> lineSummaries,
            String commercialSnapshotHash) {}

    private record LineFulfilled(
            String orderId, String orderLineId, Instant completedAt, int attempt, String providerReference) {}

    private record LineOutcome(String orderLineId, String outcome) {}

    private record Completed(
            String orderId, Instant completedAt, String currency, Totals totals, List<LineOutcome> lines) {}

    /**
     * The event that takes the order to a version.
     *
     * @param version 1 captures it, 2 to 4 fulfil its lines, 5 completes it
     */
    public ProducerRecord<String, byte[]> of(String orderId, int version) {
        Instant now = clock.instant();
        if (version == 1) {
            return record("OrderCaptured", orderId, version, now, captured(orderId, now));
        }
        if (version < EVENTS) {
            return record("OrderLineFulfillmentCompleted", orderId, version, now, fulfilled(orderId, version - 1, now));
        }
        List<LineOutcome> outcomes = lines().mapToObj(line -> new LineOutcome(lineId(orderId, line), "COMPLETED"))
                .toList();
        return record("OrderCompleted", orderId, version, now, new Completed(orderId, now, "GBP", TOTALS, outcomes));
    }

    private static Captured captured(String orderId, Instant now) {
        List<Line> lines = lines().mapToObj(line ->
                        new Line(lineId(orderId, line), "q_536365-" + line, "85123A", "ADD", 6, "2.55", List.of()))
                .toList();
        return new Captured(orderId, "q_536365", "cust_17850", now, "GBP", TOTALS, lines, HASH);
    }

    private static LineFulfilled fulfilled(String orderId, int line, Instant now) {
        return new LineFulfilled(orderId, lineId(orderId, line), now, 1, "prov_7f3a");
    }

    private static IntStream lines() {
        return IntStream.rangeClosed(1, LINES);
    }

    private static String lineId(String orderId, int line) {
        return orderId + "-" + line;
    }

    private ProducerRecord<String, byte[]> record(
            String type, String orderId, int version, Instant now, Object payload) {
        EventEnvelope<Object> envelope = new EventEnvelope<>(
                UuidCreator.getTimeOrderedEpoch(),
                type,
                1,
                now,
                now,
                "order-service",
                Node.TENANT,
                "Order",
                orderId,
                version,
                "corr_" + orderId,
                null,
                "4bf92f3577b34da6a3ce929d0e0e4736",
                "schema://oms.order.events/" + type + "/1",
                payload,
                Map.of("actorType", "SYSTEM"));
        var record = new ProducerRecord<>(TOPIC, orderId, codec.toBytes(codec.toJson(envelope)));
        EventHeaders.of(envelope)
                .forEach((name, text) -> record.headers().add(name, text.getBytes(StandardCharsets.UTF_8)));
        return record;
    }
}
