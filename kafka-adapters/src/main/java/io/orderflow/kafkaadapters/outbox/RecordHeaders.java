package io.orderflow.kafkaadapters.outbox;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.orderflow.kafkaadapters.envelope.EventEnvelope;
import io.orderflow.kafkaadapters.envelope.EventHeaders;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A record's headers as they lie in the outbox. */
final class RecordHeaders {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final TypeReference<Map<String, String>> MAP = new TypeReference<>() {};

    private RecordHeaders() {}

    static Map<String, String> of(EventEnvelope<?> event) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put(EventHeaders.EVENT_ID, event.eventId().toString());
        headers.put(EventHeaders.EVENT_TYPE, event.eventType());
        headers.put(EventHeaders.EVENT_VERSION, Integer.toString(event.eventVersion()));
        headers.put(EventHeaders.CORRELATION_ID, event.correlationId());
        putIfKnown(headers, EventHeaders.CAUSATION_ID, event.causationId());
        putIfKnown(headers, EventHeaders.TRACEPARENT, traceparent(event));
        headers.put(EventHeaders.TENANT_ID, event.tenantId());
        headers.put(EventHeaders.SCHEMA_REF, event.schemaRef());
        headers.put(EventHeaders.PRODUCER, event.producer());
        return headers;
    }

    static String encode(Map<String, String> headers) {
        try {
            return JSON.writeValueAsString(headers);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("A map of texts always has a text", impossible);
        }
    }

    static Map<String, String> decode(String headers) {
        try {
            return JSON.readValue(headers, MAP);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Not written by this class: " + headers, e);
        }
    }

    private static void putIfKnown(Map<String, String> headers, String name, @Nullable String value) {
        if (value != null) {
            headers.put(name, value);
        }
    }

    /** W3C form; the event itself is the parent span, so its id's random half names it. */
    private static @Nullable String traceparent(EventEnvelope<?> event) {
        return event.traceId() == null
                ? null
                : "00-%s-%016x-01".formatted(event.traceId(), event.eventId().getLeastSignificantBits());
    }
}
