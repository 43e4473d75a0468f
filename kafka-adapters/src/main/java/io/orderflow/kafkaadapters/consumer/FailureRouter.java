package io.orderflow.kafkaadapters.consumer;

import io.orderflow.kafkaadapters.deadletter.PastAttempt;
import io.orderflow.kafkaadapters.failure.FailureClass;
import io.orderflow.kafkaadapters.failure.RetrySchedule;
import io.orderflow.kafkaadapters.inbox.HandlingOutcome.Failed;
import io.orderflow.kafkaadapters.inbox.LedgerRow.Outcome;
import io.orderflow.kafkaadapters.outbox.RecordOutbox;
import io.orderflow.kafkaadapters.topics.TopicNames;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.springframework.dao.ConcurrencyFailureException;

/** Decides by the class of a failure where its record goes, and writes it there in the current transaction. */
final class FailureRouter {

    private final RecordOutbox outbox;
    private final DeadLetterWriter deadLetters;
    private final RetrySchedule schedule;
    private final ConsumerMeters meters;
    private final Clock clock;
    private final String consumerGroup;

    FailureRouter(
            RecordOutbox outbox,
            DeadLetterWriter deadLetters,
            RetrySchedule schedule,
            ConsumerMeters meters,
            Clock clock,
            String consumerGroup) {
        this.outbox = outbox;
        this.deadLetters = deadLetters;
        this.schedule = schedule;
        this.meters = meters;
        this.clock = clock;
        this.consumerGroup = consumerGroup;
    }

    /** Decides what the ledger is to say; nothing is written yet, because the transaction may have to start over. */
    void settle(Entry entry, Failed failed) {
        switch (failed.failureClass()) {
            case TRANSIENT_INFRASTRUCTURE -> throw new TryAgainInPlace(failed);
            case DEPENDENCY_OUTAGE -> retryLater(entry, failed);
            case BUSINESS_REJECTION -> entry.judge(Outcome.REJECTED, failed.code(), failed.reason());
            case CONTRACT_VIOLATION, UNKNOWN_EVENT_VERSION, TENANT_VIOLATION ->
                entry.judge(Outcome.DEAD_LETTER, failed.code(), failed.reason());
        }
    }

    /** What its handler has parked waits where it is: on a retry topic, its aggregate's versions would leave it behind. */
    private void retryLater(Entry entry, Failed failed) {
        if (entry.wasAwaiting()) {
            entry.await(failed.code(), failed.reason(), null);
            return;
        }
        entry.decide(
                schedule.afterAttempts(entry.row().attempts())
                        .map(step -> Outcome.RETRYING)
                        .orElse(Outcome.DEAD_LETTER),
                failed.code(),
                failed.reason());
    }

    /**
     * Sends the records of failed entries on their way; any other stays where it is.
     *
     * @param failed the failure classes that a handler has named; what is missing broke its contract
     */
    void route(List<Entry> entries, Map<UUID, FailureClass> failed) {
        List<Buried> buried = new ArrayList<>();
        for (Entry entry : entries) {
            switch (entry.row().outcome()) {
                case RETRYING -> retry(entry);
                case DEAD_LETTER ->
                    buried.add(new Buried(
                            entry, cause(entry, failed.getOrDefault(entry.id(), FailureClass.CONTRACT_VIOLATION))));
                case APPLIED, IGNORED, STALE, REJECTED, PARKED -> {
                    // Goes nowhere.
                }
            }
        }
        deadLetters.write(buried);
    }

    private void retry(Entry entry) {
        ConsumerRecord<byte[], byte[]> source = entry.record().source();
        RetrySchedule.Step step = schedule.afterAttempts(entry.row().attempts()).orElseThrow();
        List<PastAttempt> history = new ArrayList<>(entry.history());
        history.add(new PastAttempt(
                clock.instant(),
                String.valueOf(entry.row().code()),
                String.valueOf(entry.row().reason())));
        outbox.append(
                TopicNames.retry(source.topic(), step.name()),
                source.key() == null ? null : new String(source.key(), StandardCharsets.UTF_8),
                String.valueOf(entry.row().eventType()),
                RetryHeaders.of(consumerGroup, source, history),
                source.value());
        meters.retry(step);
    }

    private static Cause cause(Entry entry, FailureClass failureClass) {
        return entry.record() instanceof Decoded.Refused refused
                ? Cause.of(refused)
                : Cause.of(
                        entry.row(),
                        failureClass,
                        String.valueOf(entry.row().code()),
                        String.valueOf(entry.row().reason()));
    }

    /** A handler's way to say that its own infrastructure is in trouble without an exception at hand. */
    static final class TryAgainInPlace extends ConcurrencyFailureException {
        TryAgainInPlace(Failed failed) {
            super(failed.code() + ": " + failed.reason());
        }
    }
}
