package io.orderflow.kafkaadapters.envelope;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Names of the record headers. They repeat the value for routing and tracing and never add to it. */
public final class EventHeaders {

    public static final String EVENT_ID = "eventId";
    public static final String EVENT_TYPE = "eventType";
    public static final String EVENT_VERSION = "eventVersion";
    public static final String CORRELATION_ID = "correlationId";
    public static final String CAUSATION_ID = "causationId";
    public static final String TRACEPARENT = "traceparent";
    public static final String TENANT_ID = "tenantId";
    public static final String SCHEMA_REF = "schemaRef";
    public static final String PRODUCER = "producer";

    /** The nine names, in the order in which they are written. */
    public static final List<String> ALL = List.of(
            EVENT_ID,
            EVENT_TYPE,
            EVENT_VERSION,
            CORRELATION_ID,
            CAUSATION_ID,
            TRACEPARENT,
            TENANT_ID,
            SCHEMA_REF,
            PRODUCER);

    private EventHeaders() {}

    /** The headers of an event by name, those left out of which the event says nothing. */
    public static Map<String, String> of(EventEnvelope<?> event) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put(EVENT_ID, event.eventId().toString());
        headers.put(EVENT_TYPE, event.eventType());
        headers.put(EVENT_VERSION, Integer.toString(event.eventVersion()));
        headers.put(CORRELATION_ID, event.correlationId());
        putIfKnown(headers, CAUSATION_ID, event.causationId());
        putIfKnown(headers, TRACEPARENT, traceparent(event));
        headers.put(TENANT_ID, event.tenantId());
        headers.put(SCHEMA_REF, event.schemaRef());
        headers.put(PRODUCER, event.producer());
        return headers;
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
