package io.orderflow.kafkaadapters.inbox;

import io.orderflow.kafkaadapters.envelope.EventEnvelope;
import io.orderflow.kafkaadapters.envelope.EventOrigin;

/**
 * A received event that is new to its consumer group, valid against its schema, with its payload already typed.
 *
 * @param envelope the event; its payload is an instance of the type that the subscription names for the event type
 * @param topic source topic
 * @param partition source partition
 * @param offset source offset
 * @param timestamp when the source record was written, in milliseconds since 1970, by its producer's or broker's clock
 * @param value the source record's value, byte for byte; not to be changed
 */
public record InboxEvent(
        EventEnvelope<?> envelope, String topic, int partition, long offset, long timestamp, byte[] value) {

    public String type() {
        return envelope.eventType();
    }

    public <T> T payload(Class<T> type) {
        return type.cast(envelope.payload());
    }

    /** The origin of events that are published because of this one. */
    public EventOrigin origin() {
        return EventOrigin.causedBy(envelope);
    }
}
