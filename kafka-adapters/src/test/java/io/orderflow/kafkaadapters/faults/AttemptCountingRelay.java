package io.orderflow.kafkaadapters.faults;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What many relays do: every failure counts against the row, and after a few attempts the row is given up. */
final class AttemptCountingRelay implements AutoCloseable {

    private static final int MOST_ATTEMPTS = 3;

    private final JdbcClient jdbc;
    private final Producer<@Nullable String, byte[]> producer;
    private final Map<Long, Integer> attempts = new HashMap<>();
    private int givenUp;

    AttemptCountingRelay(JdbcClient jdbc, String brokers) {
        this.jdbc = jdbc;
        this.producer = new KafkaProducer<>(
                Map.of(
                        ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, brokers,
                        ProducerConfig.MAX_BLOCK_MS_CONFIG, "5000",
                        ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, "500",
                        ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, "700"),
                new StringSerializer(),
                new ByteArraySerializer());
    }

    void passUntilNothingIsLeft() {
        List<OutboxRecords.Row> rows = OutboxRecords.after(0, jdbc);
        while (!rows.isEmpty()) {
            Map<Long, Future<RecordMetadata>> sends = new HashMap<>();
            rows.forEach(row -> sends.put(row.id(), producer.send(row.record())));
            producer.flush();
            sends.forEach(this::settle);
            rows = OutboxRecords.after(0, jdbc);
        }
    }

    int givenUp() {
        return givenUp;
    }

    private void settle(long id, Future<RecordMetadata> send) {
        if (arrived(send)) {
            remove(id);
        } else if (attempts.merge(id, 1, Integer::sum) == MOST_ATTEMPTS) {
            givenUp++;
            remove(id);
        }
    }

    private void remove(long id) {
        jdbc.sql("delete from outbox_event where id = :id").param("id", id).update();
    }

    private static boolean arrived(Future<RecordMetadata> send) {
        try {
            send.get();
            return true;
        } catch (ExecutionException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        producer.close();
    }
}
