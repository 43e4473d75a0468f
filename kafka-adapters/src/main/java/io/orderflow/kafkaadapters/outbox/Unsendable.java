package io.orderflow.kafkaadapters.outbox;

import java.util.Optional;
import org.apache.kafka.common.errors.InvalidTopicException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.SerializationException;

/**
 * Why Kafka will never take a record as it is.
 *
 * @param code stable, in snake case
 */
record Unsendable(String code, String reason) {

    static final String UNKNOWN_TOPIC = "unknown_topic";
    static final String SERIALIZATION_FAILED = "serialization_failed";

    /** Empty for what only speaks of the broker or the way to it: that passes. */
    static Optional<Unsendable> because(Throwable failure) {
        if (failure instanceof RecordTooLargeException) {
            return Optional.of(new Unsendable("record_too_large", failure.toString()));
        }
        if (failure instanceof InvalidTopicException) {
            return Optional.of(new Unsendable("invalid_topic", failure.toString()));
        }
        if (failure instanceof SerializationException) {
            return Optional.of(new Unsendable(SERIALIZATION_FAILED, failure.toString()));
        }
        return Optional.empty();
    }
}
