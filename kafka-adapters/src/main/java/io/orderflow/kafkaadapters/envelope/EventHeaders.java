package io.orderflow.kafkaadapters.envelope;

import java.util.List;

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
}
