package io.orderflow.kafkaadapters.outbox;

import io.orderflow.kafkaadapters.outbox.Sending.Behind;
import io.orderflow.kafkaadapters.outbox.Sending.Failed;
import io.orderflow.kafkaadapters.outbox.Sending.Fate;
import io.orderflow.kafkaadapters.outbox.Sending.Refused;
import io.orderflow.kafkaadapters.outbox.Sending.Result;
import io.orderflow.kafkaadapters.outbox.Sending.UnderWay;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.LongSupplier;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.errors.InterruptException;

/**
 * Waits for the broker's word on a batch and sorts its rows by it. At the first failure the producer is taken back, so
 * that nothing behind the failed record goes out before it.
 */
final class Settlement {

    private static final long TICK_MS = 500;

    private final RelayProducer kafka;
    private final TopicCheck topics;
    private final Duration delivery;
    private final LongSupplier nanoTime;
    private final Runnable whileWaiting;

    /**
     * @param delivery longest wait for the broker
     * @param whileWaiting called about twice a second during a long wait
     */
    Settlement(
            RelayProducer kafka, TopicCheck topics, Duration delivery, LongSupplier nanoTime, Runnable whileWaiting) {
        this.kafka = kafka;
        this.topics = topics;
        this.delivery = delivery;
        this.nanoTime = nanoTime;
        this.whileWaiting = whileWaiting;
    }

    /** @param failedKeys keys of which nothing more is acknowledged; those that fail here are added */
    Result settle(Sending sending, Set<String> failedKeys) {
        Result result = new Result(new ArrayList<>(), new LinkedHashMap<>(), new ArrayList<>(), new LinkedHashMap<>());
        Set<String> keys = new HashSet<>(failedKeys);
        long start = nanoTime.getAsLong();
        for (int i = 0; i < sending.fates().size(); i++) {
            OutboxRow row = sending.rows().get(i);
            Fate fate = sending.fates().get(i);
            if (fate instanceof UnderWay underWay) {
                Optional<Throwable> failure = await(underWay.acknowledgement(), start);
                sort(row, failure, result, keys);
            } else if (fate instanceof Refused refused) {
                result.unsendable().put(row, refused.why());
            } else if (fate instanceof Behind) {
                result.behind().add(row);
            } else if (fate instanceof Failed failed) {
                fail(row, failed.failure(), result, keys);
            }
        }
        failedKeys.addAll(keys);
        return result;
    }

    private void sort(OutboxRow row, Optional<Throwable> failure, Result result, Set<String> failedKeys) {
        if (failure.isEmpty()) {
            if (failedKeys.isEmpty() || !failedKeys.contains(row.orderedBy())) {
                result.sent().add(row);
            }
            return;
        }
        Optional<Unsendable> unsendable = Unsendable.because(failure.get());
        if (unsendable.isPresent()) {
            result.unsendable().put(row, unsendable.get());
        } else {
            fail(row, failure.get(), result, failedKeys);
        }
    }

    private void fail(OutboxRow row, Throwable failure, Result result, Set<String> failedKeys) {
        if (!BatchSender.isOfTopicOnly(failure)) {
            kafka.discard();
        }
        topics.forget(row.topic());
        result.failures().putIfAbsent(row.topic(), failure);
        failedKeys.add(row.orderedBy());
    }

    private Optional<Throwable> await(Future<RecordMetadata> send, long start) {
        while (!send.isDone()) {
            try {
                send.get(TICK_MS, TimeUnit.MILLISECONDS);
            } catch (TimeoutException stillWaiting) {
                if (nanoTime.getAsLong() - start > delivery.toNanos()) {
                    kafka.discard();
                    return Optional.of(
                            new org.apache.kafka.common.errors.TimeoutException("Not acknowledged within " + delivery));
                }
                whileWaiting.run();
            } catch (ExecutionException e) {
                break;
            } catch (InterruptedException e) {
                throw new InterruptException(e);
            }
        }
        return BatchSender.failureOf(send);
    }

    /** The failure of a whole pass, if nothing at all could be sent. */
    static Optional<Throwable> outage(Result result) {
        Map<String, Throwable> failures = result.failures();
        boolean nothingWent = result.sent().isEmpty()
                && result.unsendable().isEmpty()
                && result.behind().isEmpty();
        return nothingWent
                ? failures.values().stream()
                        .filter(f -> !BatchSender.isOfTopicOnly(f))
                        .findFirst()
                : Optional.empty();
    }
}
