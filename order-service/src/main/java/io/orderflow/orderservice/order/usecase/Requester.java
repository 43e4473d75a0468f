package io.orderflow.orderservice.order.usecase;

import com.github.f4b6a3.uuid.UuidCreator;
import io.orderflow.kafkaadapters.envelope.EventOrigin;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The person or system that asks over HTTP, and the trace of its request. */
public record Requester(String tenantId, String name, String traceId) {

    /** A command is a first cause: it gets an id of its own, which everything that follows names. */
    Cause commands(String correlationId, @Nullable String idempotencyKey) {
        String commandId = "cmd_" + UuidCreator.getTimeOrderedEpoch();
        Map<String, String> metadata = new HashMap<>();
        metadata.put("actorType", "USER");
        metadata.put("actorId", name);
        metadata.put("sourceCommandId", commandId);
        if (idempotencyKey != null) {
            metadata.put("idempotencyKey", idempotencyKey);
        }
        return new Cause(new EventOrigin(correlationId, commandId, traceId, metadata), name);
    }
}
