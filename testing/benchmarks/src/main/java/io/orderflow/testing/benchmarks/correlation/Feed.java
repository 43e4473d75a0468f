package io.orderflow.testing.benchmarks.correlation;

import io.orderflow.kafkaadapters.envelope.EventHeaders;
import io.orderflow.testing.benchmarks.correlation.OrderStream.Step;
import io.orderflow.testing.benchmarks.workload.Events;
import io.orderflow.testing.benchmarks.workload.OrderEvents;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Puts the orders of a run on the order service's topic, as its relay would. Not thread safe. */
final class Feed implements AutoCloseable {

    private final String run;
    private final OrderEvents events = new OrderEvents(Clock.systemUTC());
    private final Producer<String, byte[]> producer;

    /** @param run makes the orders of this run its own */
    Feed(String bootstrapServers, String run) {
        this.run = run;
        producer = new KafkaProducer<>(
                Map.of(
                        ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers,
                        ProducerConfig.ACKS_CONFIG, "all",
                        ProducerConfig.COMPRESSION_TYPE_CONFIG, "zstd"),
                new StringSerializer(),
                new ByteArraySerializer());
    }

    /** The records of some steps, ready to be sent. */
    List<ProducerRecord<String, byte[]>> recordsOf(List<Step> steps) {
        return steps.stream().map(this::recordOf).toList();
    }

    /** Sends everything as fast as it can; returns once the broker has it all. */
    void send(List<ProducerRecord<String, byte[]>> records) throws ExecutionException, InterruptedException {
        List<Future<RecordMetadata>> sent = records.stream().map(producer::send).toList();
        producer.flush();
        for (Future<RecordMetadata> one : sent) {
            one.get();
        }
    }

    /**
     * Sends each step when it is due.
     *
     * @return when the broker's clients say each event was published, in milliseconds, by event id
     */
    Map<UUID, Long> sendInTime(List<Step> steps, double ordersPerSecond)
            throws ExecutionException, InterruptedException {
        Map<UUID, Future<RecordMetadata>> sent = new HashMap<>();
        double first = steps.get(0).at();
        long startedAt = System.nanoTime();
        for (Step step : steps) {
            long due = startedAt + (long) ((step.at() - first) / ordersPerSecond * 1e9);
            for (long left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
                LockSupport.parkNanos(left);
            }
            ProducerRecord<String, byte[]> record = recordOf(step);
            sent.put(idOf(record), producer.send(record));
        }
        Map<UUID, Long> published = new HashMap<>();
        for (Map.Entry<UUID, Future<RecordMetadata>> one : sent.entrySet()) {
            published.put(one.getKey(), one.getValue().get().timestamp());
        }
        return published;
    }

    private ProducerRecord<String, byte[]> recordOf(Step step) {
        return events.of(Events.orderId(run, step.order()), step.version());
    }

    private static UUID idOf(ProducerRecord<String, byte[]> record) {
        return UUID.fromString(
                new String(record.headers().lastHeader(EventHeaders.EVENT_ID).value(), StandardCharsets.UTF_8));
    }

    @Override
    public void close() {
        producer.close();
    }
}
