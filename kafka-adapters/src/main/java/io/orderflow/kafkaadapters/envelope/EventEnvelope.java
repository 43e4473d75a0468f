package io.orderflow.kafkaadapters.envelope;

import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One business fact as it travels: sixteen fields around a payload. A transport contract, not a domain aggregate; the
 * value alone is enough to rebuild the event, headers only repeat it for routing.
 *
 * @param eventId globally unique, time-ordered (UUIDv7), the same on every redelivery
 * @param eventType past-tense fact name, catalogued
 * @param eventVersion version of the payload's contract, not of the aggregate
 * @param occurredAt when the business fact happened
 * @param publishedAt when the relay handed the event to Kafka; null until then
 * @param producer service that owns the event
 * @param tenantId tenant whose fact this is
 * @param aggregateType kind of the entity the event belongs to
 * @param aggregateId the entity; also the record's key
 * @param aggregateVersion the entity's version after the transition, from 1 without gaps on lifecycle topics
 * @param correlationId the business request this event belongs to, end to end
 * @param causationId the event or command that caused this one; null for a first cause
 * @param traceId W3C trace id, 32 hex digits; null if nothing was traced
 * @param schemaRef {@code schema://<topic without version>/<eventType>/<eventVersion>}
 * @param payload the fact itself
 * @param metadata who and which command; never hidden domain state
 */
public record EventEnvelope<T>(
        UUID eventId,
        String eventType,
        int eventVersion,
        Instant occurredAt,
        @Nullable Instant publishedAt,
        String producer,
        String tenantId,
        String aggregateType,
        String aggregateId,
        long aggregateVersion,
        String correlationId,
        @Nullable String causationId,
        @Nullable String traceId,
        String schemaRef,
        T payload,
        Map<String, String> metadata) {

    public EventEnvelope {
        Objects.requireNonNull(eventId, "eventId");
        Objects.requireNonNull(eventType, "eventType");
        Objects.requireNonNull(occurredAt, "occurredAt");
        Objects.requireNonNull(producer, "producer");
        Objects.requireNonNull(tenantId, "tenantId");
        Objects.requireNonNull(aggregateId, "aggregateId");
        Objects.requireNonNull(payload, "payload");
        metadata = Map.copyOf(metadata);
    }

    /** The same envelope around another form of the payload (parsed JSON becoming a typed record). */
    public <P> EventEnvelope<P> withPayload(P other) {
        return new EventEnvelope<>(
                eventId,
                eventType,
                eventVersion,
                occurredAt,
                publishedAt,
                producer,
                tenantId,
                aggregateType,
                aggregateId,
                aggregateVersion,
                correlationId,
                causationId,
                traceId,
                schemaRef,
                other,
                metadata);
    }
}
