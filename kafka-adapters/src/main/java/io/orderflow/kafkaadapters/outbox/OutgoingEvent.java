package io.orderflow.kafkaadapters.outbox;

import io.orderflow.kafkaadapters.envelope.EventOrigin;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A fact about to be published. The outbox adds the id, the producer, the contract version and the schema reference.
 *
 * @param eventType a type that the catalogue assigns to this service
 * @param aggregateId the entity; becomes the record's key
 * @param aggregateVersion the entity's version after the transition; null lets the outbox count for aggregates that have
 *     no table of their own: from 1, without gaps, in commit order
 * @param payload written as JSON: {@link Instant} as ISO-8601, {@link java.math.BigDecimal} as decimal string
 */
public record OutgoingEvent(
        String eventType,
        String tenantId,
        String aggregateType,
        String aggregateId,
        @Nullable Long aggregateVersion,
        Instant occurredAt,
        Object payload,
        EventOrigin origin) {}
