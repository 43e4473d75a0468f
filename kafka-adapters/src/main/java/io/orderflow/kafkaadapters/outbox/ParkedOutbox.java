package io.orderflow.kafkaadapters.outbox;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What Kafka never took, and what waits behind it. Every action is taken down with actor and reason in the transaction
 * that does it; blank ones are refused with an {@link IllegalArgumentException}. Thread safe.
 */
public interface ParkedOutbox {

    /**
     * The oldest parked rows first.
     *
     * @param topic null for all
     * @param code null for all
     */
    List<ParkedRow> list(@Nullable String topic, @Nullable String code, int limit);

    /**
     * Has a row sent in its old place, with those that only waited for it.
     *
     * @return how many rows will be sent; 0 if the row is not parked (any more)
     * @throws IllegalStateException if an earlier row of its key is parked: that one is to be decided about first
     */
    int requeue(int shard, long id, String actor, String reason);

    /** Has all parked rows of a key sent, in order. Returns how many. */
    int requeueKey(String topic, String key, String actor, String reason);

    /** Has all parked rows of a topic sent, each key in order: for the day the topic exists. Returns how many. */
    int requeueTopic(String topic, String actor, String reason);

    /**
     * Gives a row up for good; what only waited for it is sent. The audit row keeps its headers.
     *
     * @return false if the row is not parked (any more)
     */
    boolean discard(int shard, long id, String actor, String reason);
}
