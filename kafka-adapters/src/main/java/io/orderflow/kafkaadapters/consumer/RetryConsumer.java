package io.orderflow.kafkaadapters.consumer;

import io.orderflow.kafkaadapters.consumer.RetryHeaders.Retried;
import io.orderflow.kafkaadapters.failure.FailureClassifier;
import io.orderflow.kafkaadapters.inbox.Inbox;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tries a record of a retry topic again. The ledger decides whether it is one: only an event that waits there with just so
 * many attempts is handled, so a second delivery, a forged record and one of another group have no effect.
 */
final class RetryConsumer {

    private static final Logger LOG = LoggerFactory.getLogger(RetryConsumer.class);
    private static final int MOST_WOKEN = 500;

    private final RecordDecoder decoder;
    private final Inbox inbox;
    private final BatchTransaction transaction;
    private final ConsumerMeters meters;
    private final String consumer;

    RetryConsumer(
            RecordDecoder decoder, Inbox inbox, BatchTransaction transaction, ConsumerMeters meters, String consumer) {
        this.decoder = decoder;
        this.inbox = inbox;
        this.transaction = transaction;
        this.meters = meters;
        this.consumer = consumer;
    }

    void handle(ConsumerRecord<byte[], byte[]> record) {
        Optional<Retried> retried = RetryHeaders.read(record);
        if (retried.isEmpty()) {
            LOG.warn(
                    "Not written by a consumer of ours, skipped: {} partition {} offset {}",
                    record.topic(),
                    record.partition(),
                    record.offset());
        } else if (retried.get().consumerGroup().equals(consumer)) {
            meters.batch(1, () -> meters.handled(1, again(retried.get())));
        }
    }

    private List<Entry> again(Retried retried) {
        Decoded decoded = decoder.decode(retried.original());
        Supplier<List<Entry>> source = () -> waiting(decoded, retried);
        try {
            return transaction.applyLocked(source, List.of(), MOST_WOKEN);
        } catch (RuntimeException failure) {
            if (FailureClassifier.isTransient(failure)) {
                throw failure;
            }
            return aloneOrBuried(source);
        }
    }

    private List<Entry> aloneOrBuried(Supplier<List<Entry>> source) {
        try {
            return transaction.applyLocked(source, List.of(), 0);
        } catch (RuntimeException failure) {
            if (FailureClassifier.isTransient(failure)) {
                throw failure;
            }
            LOG.error("Handling failed for good, the record becomes a dead letter", failure);
            return transaction.bury(source, HandlerFailure.CODE, HandlerFailure.reason(failure));
        }
    }

    /** Whoever can write to a retry topic must not be able to change what is about to be applied. */
    private boolean saysTheSame(Decoded decoded, UUID id) {
        Long digest = decoded.row().digest();
        return digest == null
                || digest.equals(inbox.digests(consumer, List.of(id)).get(id));
    }

    /** An event that was accepted once and is not any more (a tenant is gone, a schema is stricter) still has its row. */
    private static UUID eventId(Decoded decoded) {
        if (decoded instanceof Decoded.Refused refused && refused.eventId() != null) {
            try {
                return UUID.fromString(refused.eventId());
            } catch (IllegalArgumentException foreign) {
                return refused.ledgerId();
            }
        }
        return decoded.row().eventId();
    }

    private List<Entry> waiting(Decoded decoded, Retried retried) {
        UUID id = eventId(decoded);
        Integer attempts = inbox.lockRetrying(consumer, List.of(id)).get(id);
        boolean isDue = attempts != null && attempts == retried.history().size();
        return isDue && saysTheSame(decoded, id) ? List.of(Entry.retried(decoded, id, retried.history())) : List.of();
    }
}
