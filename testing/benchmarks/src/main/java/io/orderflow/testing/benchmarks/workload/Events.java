package io.orderflow.testing.benchmarks.workload;

import io.orderflow.kafkaadapters.envelope.EventOrigin;
import io.orderflow.kafkaadapters.outbox.OutgoingEvent;
import io.orderflow.testing.benchmarks.servers.Node;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/** Events of the real catalogue, about 900 bytes each as JSON. */
public final class Events {

    public static final String TOPIC_FAMILY = "oms.orchestration.events.";
    public static final String TOPIC = TOPIC_FAMILY + "v1";
    public static final String TYPE = "OrderLineReleased";

    private static final Instant NOON = Instant.parse("2026-07-02T12:00:00Z");

    private Events() {}

    /** The payload. */
    public record LineReleased(String orderId, String orderLineId, String processInstanceId, Instant releasedAt) {}

    /** An order id that no other run uses. */
    public static String orderId(String run, int key) {
        UUID id = UUID.nameUUIDFromBytes((run + '/' + key).getBytes(StandardCharsets.UTF_8));
        return "ord_" + id.toString().replace("-", "");
    }

    public static OutgoingEvent lineReleased(String orderId, long version) {
        return new OutgoingEvent(
                TYPE,
                Node.TENANT,
                "OrderProcess",
                orderId,
                version,
                NOON,
                new LineReleased(orderId, orderId + "-" + version, "process-1", NOON),
                new EventOrigin("corr_1", "evt_1", "4bf92f3577b34da6a3ce929d0e0e4736", Map.of("actorType", "SYSTEM")));
    }
}
