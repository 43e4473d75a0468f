package io.orderflow.kafkaadapters.outbox;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.kafka.KafkaClientMetrics;
import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The relay's producer. After a failure it is thrown away with everything it still holds: it would go on with the later
 * records of a key whose earlier one it gave up. Its own meters (batch size, compression ratio, errors) come and go with
 * it. Only closing may come from another thread than the relay's.
 */
final class RelayProducer {

    private static final Logger LOG = LoggerFactory.getLogger(RelayProducer.class);
    private static final Duration IDLE = Duration.ofSeconds(10);

    private final Supplier<Producer<byte[], byte[]>> factory;
    private final MeterRegistry registry;
    private @Nullable Producer<byte[], byte[]> producer;
    private @Nullable KafkaClientMetrics metrics;
    private final ThreadPoolExecutor flusher = flusher();

    RelayProducer(Supplier<Producer<byte[], byte[]>> factory, MeterRegistry registry) {
        this.factory = factory;
        this.registry = registry;
    }

    /**
     * Sends without waiting. The first failure closes the producer on the spot, before it can send what stands behind the
     * failed record; it refuses everything from then on until it is discarded.
     *
     * @throws IllegalStateException if an earlier record has failed in the meantime
     */
    Future<RecordMetadata> send(ProducerRecord<byte[], byte[]> record) {
        Producer<byte[], byte[]> current = get();
        Thread caller = Thread.currentThread();
        return current.send(record, (metadata, failure) -> {
            boolean behindComesMore = Thread.currentThread() != caller;
            if (failure != null && behindComesMore && takesTheProducerBack(failure)) {
                current.close(Duration.ZERO);
            }
        });
    }

    /** False if only this record or its topic is at fault. */
    static boolean takesTheProducerBack(Throwable failure) {
        return Unsendable.because(failure).isEmpty() && !BatchSender.isOfTopicOnly(failure);
    }

    /** One flush at a time, one more in waiting: that covers whatever was collected until then. */
    private static ThreadPoolExecutor flusher() {
        ThreadPoolExecutor flusher = new ThreadPoolExecutor(
                1,
                1,
                IDLE.toSeconds(),
                TimeUnit.SECONDS,
                new ArrayBlockingQueue<>(1),
                work -> {
                    Thread thread = new Thread(work, "outbox-flush");
                    thread.setDaemon(true);
                    return thread;
                },
                new ThreadPoolExecutor.DiscardPolicy());
        flusher.allowCoreThreadTimeOut(true);
        return flusher;
    }

    private synchronized Producer<byte[], byte[]> get() {
        Producer<byte[], byte[]> current = producer;
        if (current == null) {
            current = factory.get();
            producer = current;
            metrics = new KafkaClientMetrics(current);
            metrics.bindTo(registry);
        }
        return current;
    }

    /**
     * Sends what has been collected without waiting for more. Flushing would block until the broker has it all, so it is done
     * on the side; closing the producer ends it.
     */
    synchronized void hurry() {
        Producer<byte[], byte[]> current = producer;
        if (current != null) {
            flusher.execute(() -> {
                try {
                    current.flush();
                } catch (KafkaException closed) {
                    LOG.debug("Nothing to hurry: {}", closed.toString());
                }
            });
        }
    }

    /** Takes back what is not yet acknowledged; it fails at once. */
    void discard() {
        close(Duration.ZERO);
    }

    synchronized void close(Duration atMost) {
        if (metrics != null) {
            metrics.close();
            metrics = null;
        }
        if (producer != null) {
            producer.close(atMost);
            producer = null;
        }
    }
}
