package io.orderflow.kafkaadapters.outbox;

import java.util.List;
import java.util.UUID;

/**
 * Where a service puts the facts it has just committed to. Thread safe.
 *
 * <p>An appended event is published if and only if the surrounding transaction commits, at least once, in the order of
 * appending for each key. All events of a transaction are written by one statement right before its commit, so write the
 * aggregate's row (or lock it) before that: then the order of the outbox is the order of commits for every key.
 */
public interface Outbox {

    /**
     * Appends one event to the current transaction.
     *
     * @return the event's id, the same on every redelivery
     * @throws io.orderflow.kafkaadapters.catalog.SchemaViolation if the event breaks its schema: a bug of the caller
     * @throws IllegalArgumentException if the type is not catalogued or belongs to another service
     * @throws IllegalStateException if no transaction is active
     */
    UUID append(OutgoingEvent event);

    /** As {@link #append(OutgoingEvent)}, for several; ids at the same index. */
    default List<UUID> append(List<OutgoingEvent> events) {
        return events.stream().map(this::append).toList();
    }
}
