package io.orderflow.testing.benchmarks.outbox;

import io.orderflow.testing.benchmarks.report.Progress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;

/** The ceiling: the library's own producer settings, the same keys, headers and bytes from memory, no database. */
final class RawProducer {

    private RawProducer() {}

    /** @return records per second, from the first send to the last acknowledgement */
    static double publish(
            Producer<byte[], byte[]> producer,
            String topic,
            List<ConsumerRecord<String, byte[]>> records,
            Progress progress) {
        List<ProducerRecord<byte[], byte[]>> ready = records.stream()
                .map(copied -> new ProducerRecord<>(
                        topic, null, copied.key().getBytes(StandardCharsets.UTF_8), copied.value(), copied.headers()))
                .toList();
        AtomicInteger acknowledged = new AtomicInteger();
        long startedAt = System.nanoTime();
        for (ProducerRecord<byte[], byte[]> next : ready) {
            producer.send(next, (metadata, failure) -> {
                if (failure == null) {
                    acknowledged.incrementAndGet();
                }
            });
            progress.at(acknowledged.get(), ready.size());
        }
        producer.flush();
        double seconds = (System.nanoTime() - startedAt) / 1e9;
        if (acknowledged.get() != ready.size()) {
            throw new IllegalStateException("the broker took " + acknowledged + " of " + ready.size());
        }
        return ready.size() / seconds;
    }
}
