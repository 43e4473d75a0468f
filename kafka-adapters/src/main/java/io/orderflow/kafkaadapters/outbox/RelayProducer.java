package io.orderflow.kafkaadapters.outbox;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.kafka.KafkaClientMetrics;
import java.time.Duration;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.jspecify.annotations.Nullable;

/**
 * The relay's producer. After a failure it is thrown away with everything it still holds: it would go on with the later
 * records of a key whose earlier one it gave up. Its own meters (batch size, compression ratio, errors) come and go with
 * it. Only closing may come from another thread than the relay's.
 */
final class RelayProducer {

    private final Supplier<Producer<byte[], byte[]>> factory;
    private final MeterRegistry registry;
    private @Nullable Producer<byte[], byte[]> producer;
    private @Nullable KafkaClientMetrics metrics;

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
