package io.orderflow.kafkaadapters.envelope;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where an event comes from: the business request it belongs to, what caused it, the trace, and who acted. Handed from
 * cause to effect so that one order can be followed across services.
 *
 * @param metadata any of {@code sourceCommandId, idempotencyKey, actorType, actorId}
 */
public record EventOrigin(
        String correlationId, @Nullable String causationId, @Nullable String traceId, Map<String, String> metadata) {

    public EventOrigin {
        metadata = Map.copyOf(metadata);
    }

    /** The origin of whatever {@code cause} leads to: same request, same trace, caused by that event. */
    public static EventOrigin causedBy(EventEnvelope<?> cause) {
        return new EventOrigin(
                cause.correlationId(), cause.eventId().toString(), cause.traceId(), Map.of("actorType", "SYSTEM"));
    }
}
