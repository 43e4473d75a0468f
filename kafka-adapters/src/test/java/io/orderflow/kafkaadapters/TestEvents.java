package io.orderflow.kafkaadapters;

import io.orderflow.kafkaadapters.envelope.EventOrigin;
import io.orderflow.kafkaadapters.outbox.OutgoingEvent;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Valid events of the real catalogue. */
public final class TestEvents {

    public static final String TOPIC = "oms.orchestration.events.v1";
    public static final String DEAD_LETTERS = "oms.orchestration.events.dlt.v1";
    public static final Instant NOON = Instant.parse("2026-07-02T12:00:00Z");

    private TestEvents() {}

    public record LineReleased(String orderId, String orderLineId, String processInstanceId, Instant releasedAt) {}

    public static String newOrderId() {
        return "ord_" + UUID.randomUUID().toString().replace("-", "");
    }

    public static OutgoingEvent lineReleased(String orderId, int line, @Nullable Long version) {
        return new OutgoingEvent(
                "OrderLineReleased",
                "tenant_demo",
                "OrderProcess",
                orderId,
                version,
                NOON,
                new LineReleased(orderId, orderId + "-" + line, "process-1", NOON),
                new EventOrigin("corr_1", "evt_1", "4bf92f3577b34da6a3ce929d0e0e4736", Map.of("actorType", "SYSTEM")));
    }
}
