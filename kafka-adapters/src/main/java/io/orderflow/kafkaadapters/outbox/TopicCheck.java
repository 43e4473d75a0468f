package io.orderflow.kafkaadapters.outbox;

import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.DescribeTopicsOptions;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.InvalidTopicException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.jspecify.annotations.Nullable;

/**
 * Asks whether a topic exists before its first record is sent, because a producer cannot tell a missing topic from an
 * outage: it waits for either. A topic counts as missing when the cluster has said so twice with a second between, since a
 * new one takes a moment to be known everywhere. One thread.
 */
final class TopicCheck {

    private static final Duration BETWEEN_TWO_LOOKS = Duration.ofSeconds(1);
    private static final Duration MISSING_FOR = Duration.ofSeconds(10);

    enum Answer {
        EXISTS,
        MISSING,
        /** Missing at first sight; ask again in a second. */
        UNSURE
    }

    private final Supplier<Admin> factory;
    private final Duration timeout;
    private final LongSupplier nanoTime;
    private final Set<String> existing = new HashSet<>();
    private final Map<String, Absence> absences = new HashMap<>();
    private @Nullable Admin admin;

    /** @param confirmedAt when the second look was; null before it */
    private record Absence(long firstSeenAt, @Nullable Long confirmedAt) {}

    /** @param timeout longest wait for the cluster's answer */
    TopicCheck(Supplier<Admin> factory, Duration timeout, LongSupplier nanoTime) {
        this.factory = factory;
        this.timeout = timeout;
        this.nanoTime = nanoTime;
    }

    /** @throws org.apache.kafka.common.KafkaException if nobody answers, which says nothing about the topic */
    Answer look(String topic) {
        if (existing.contains(topic)) {
            return Answer.EXISTS;
        }
        long now = nanoTime.getAsLong();
        Absence absence = absences.get(topic);
        if (absence != null && absence.confirmedAt() != null && now - absence.confirmedAt() < MISSING_FOR.toNanos()) {
            return Answer.MISSING;
        }
        if (absence != null
                && absence.confirmedAt() == null
                && now - absence.firstSeenAt() < BETWEEN_TWO_LOOKS.toNanos()) {
            return Answer.UNSURE;
        }
        if (exists(topic)) {
            existing.add(topic);
            absences.remove(topic);
            return Answer.EXISTS;
        }
        if (absence == null) {
            absences.put(topic, new Absence(now, null));
            return Answer.UNSURE;
        }
        absences.put(topic, new Absence(absence.firstSeenAt(), now));
        return Answer.MISSING;
    }

    /** After a failure: the topic may have been deleted. */
    void forget(String topic) {
        existing.remove(topic);
    }

    private boolean exists(String topic) {
        try {
            client().describeTopics(List.of(topic), new DescribeTopicsOptions().timeoutMs((int) timeout.toMillis()))
                    .allTopicNames()
                    .get(timeout.toMillis() * 2, TimeUnit.MILLISECONDS);
            return true;
        } catch (ExecutionException e) {
            if (e.getCause() instanceof UnknownTopicOrPartitionException) {
                return false;
            }
            if (e.getCause() instanceof InvalidTopicException) {
                // The producer says the same at once and without a guess.
                return true;
            }
            throw new TimeoutException("Nobody says whether topic " + topic + " exists", e.getCause());
        } catch (java.util.concurrent.TimeoutException e) {
            throw new TimeoutException("Nobody says whether topic " + topic + " exists", e);
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        }
    }

    private Admin client() {
        if (admin == null) {
            admin = factory.get();
        }
        return admin;
    }

    void close() {
        if (admin != null) {
            admin.close(Duration.ZERO);
            admin = null;
        }
    }
}
