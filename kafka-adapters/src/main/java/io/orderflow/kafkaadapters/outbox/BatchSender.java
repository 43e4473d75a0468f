package io.orderflow.kafkaadapters.outbox;

import io.orderflow.kafkaadapters.envelope.EnvelopeCodec;
import io.orderflow.kafkaadapters.outbox.Sending.Behind;
import io.orderflow.kafkaadapters.outbox.Sending.Failed;
import io.orderflow.kafkaadapters.outbox.Sending.Fate;
import io.orderflow.kafkaadapters.outbox.Sending.Refused;
import io.orderflow.kafkaadapters.outbox.Sending.UnderWay;
import io.orderflow.kafkaadapters.outbox.Sending.Untried;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.TopicAuthorizationException;

/** Hands rows to the producer, pipelined, and stops where going on would break the order of a key. */
final class BatchSender {

    /** A record of this size may be refused by the broker later on, so nothing is sent behind it before that is clear. */
    private static final int MAY_BE_TOO_LARGE = 512 * 1024;

    private static final Fate BEHIND = new Behind();
    private static final Fate UNTRIED = new Untried();

    private final RelayProducer kafka;
    private final TopicCheck topics;
    private final HeldKeys held;
    private final Clock clock;

    BatchSender(RelayProducer kafka, TopicCheck topics, HeldKeys held, Clock clock) {
        this.kafka = kafka;
        this.topics = topics;
        this.held = held;
        this.clock = clock;
    }

    Sending start(List<OutboxRow> rows) {
        List<Fate> fates = new ArrayList<>(rows.size());
        Set<String> failedTopics = new HashSet<>();
        byte[] stamp = EnvelopeCodec.stamp(clock.instant());
        for (OutboxRow row : rows) {
            if (!failedTopics.isEmpty() && failedTopics.contains(row.topic())) {
                fates.add(UNTRIED);
                continue;
            }
            Fate fate = sendOne(row, stamp);
            fates.add(fate);
            if (fate instanceof Refused) {
                held.add(row);
            } else if (fate instanceof Failed failed) {
                failedTopics.add(row.topic());
                if (!isOfTopicOnly(failed.failure())) {
                    break;
                }
            } else if (row.value().length > MAY_BE_TOO_LARGE) {
                return new Sending(rows, fates, true);
            }
        }
        return new Sending(rows, fates, false);
    }

    private Fate sendOne(OutboxRow row, byte[] stamp) {
        if (held.holds(row)) {
            return BEHIND;
        }
        try {
            TopicCheck.Answer answer = topics.look(row.topic());
            if (answer == TopicCheck.Answer.UNSURE) {
                return new Failed(new TopicUnsure(row.topic()));
            }
            if (answer == TopicCheck.Answer.MISSING) {
                return new Refused(new Unsendable(Unsendable.UNKNOWN_TOPIC, "The cluster has no topic " + row.topic()));
            }
            return send(row, stamp);
        } catch (InterruptException stopped) {
            throw stopped;
        } catch (KafkaException e) {
            return refusedOrFailed(e);
        }
    }

    private Fate send(OutboxRow row, byte[] stamp) {
        ProducerRecord<byte[], byte[]> record;
        try {
            record = RecordHeaders.record(row, stamp);
        } catch (IllegalStateException e) {
            return new Refused(new Unsendable(Unsendable.SERIALIZATION_FAILED, e.toString()));
        }
        Future<RecordMetadata> acknowledgement;
        try {
            acknowledgement = kafka.send(record);
        } catch (IllegalStateException closedByAFailureBefore) {
            return new Failed(closedByAFailureBefore);
        }
        if (acknowledgement.isDone()) {
            Optional<Throwable> failure = failureOf(acknowledgement);
            if (failure.isPresent()) {
                return refusedOrFailed(failure.get());
            }
        }
        return new UnderWay(acknowledgement);
    }

    private static Fate refusedOrFailed(Throwable failure) {
        return Unsendable.because(failure).<Fate>map(Refused::new).orElseGet(() -> new Failed(failure));
    }

    /** True if records of other topics can still be sent. */
    static boolean isOfTopicOnly(Throwable failure) {
        return failure instanceof TopicUnsure || failure instanceof TopicAuthorizationException;
    }

    /** Of a finished send. */
    static Optional<Throwable> failureOf(Future<RecordMetadata> done) {
        try {
            done.get();
            return Optional.empty();
        } catch (ExecutionException e) {
            return Optional.of(e.getCause() == null ? e : e.getCause());
        } catch (CancellationException e) {
            return Optional.of(e);
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        }
    }

    /** A topic that was not found at first sight. */
    static final class TopicUnsure extends KafkaException {

        private static final long serialVersionUID = 1;

        TopicUnsure(String topic) {
            super("Topic " + topic + " was not found; looking again before its rows are parked");
        }
    }
}
