package io.orderflow.kafkaadapters.outbox;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What was published within the configured window ({@code orderflow.kafka.outbox.published-window}), for the day on which
 * a broker has lost its tail. Thread safe.
 */
public interface PublishedEvents {

    /**
     * Has events sent once more, in their old order. While a backlog is being worked off, newer events of a key may go out
     * before them; consumers know both by their event id. Writes an audit row in the same transaction.
     *
     * @param from first moment of publishing
     * @param to first moment that is not meant any more
     * @param topic null for all
     * @param actor who asks for it
     * @param reason why
     * @return how many will be sent
     * @throws IllegalArgumentException if actor or reason is blank
     */
    long resend(Instant from, Instant to, @Nullable String topic, String actor, String reason);
}
