package io.orderflow.testing.benchmarks.outbox;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.orderflow.testing.benchmarks.report.Progress;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What most people write: claim a batch, wait for the broker row by row, mark row by row. The producer does not linger,
 * which is the kindest setting for a loop that waits for each record.
 */
final class PlainRelay {

    private static final int BATCH = 100;
    private static final TypeReference<Map<String, String>> HEADERS = new TypeReference<>() {};

    private final ObjectMapper json = new ObjectMapper();
    private final JdbcClient jdbc;
    private final Producer<byte[], byte[]> producer;

    PlainRelay(JdbcClient jdbc, Producer<byte[], byte[]> producer) {
        this.jdbc = jdbc;
        this.producer = producer;
    }

    private record Row(long id, String topic, String key, String headers, byte[] payload) {}

    void createTable() {
        jdbc.sql(PlainSql.CREATE).update();
    }

    /** Fills the table with records that were published before, for another topic. */
    void insert(String topic, List<ConsumerRecord<String, byte[]>> records) {
        records.forEach(copied -> jdbc.sql(PlainSql.INSERT)
                .param("topic", topic)
                .param("key", copied.key())
                .param("headers", headersOf(copied))
                .param("payload", copied.value())
                .update());
    }

    /** @return rows per second */
    double publish(int rows, Progress progress) throws ExecutionException, InterruptedException {
        long startedAt = System.nanoTime();
        int published = 0;
        List<Row> batch = claim();
        while (!batch.isEmpty()) {
            for (Row row : batch) {
                publish(row);
            }
            published += batch.size();
            progress.at(published, rows);
            batch = claim();
        }
        if (published != rows) {
            throw new IllegalStateException("published " + published + " rows, not " + rows);
        }
        return rows / ((System.nanoTime() - startedAt) / 1e9);
    }

    private List<Row> claim() {
        return jdbc
                .sql(PlainSql.CLAIM)
                .param("owner", "plain")
                .param("many", BATCH)
                .query((row, number) ->
                        new Row(row.getLong(1), row.getString(2), row.getString(3), row.getString(4), row.getBytes(5)))
                .list()
                .stream()
                .sorted(Comparator.comparingLong(Row::id))
                .toList();
    }

    private void publish(Row row) throws ExecutionException, InterruptedException {
        var out = new ProducerRecord<>(row.topic(), row.key().getBytes(StandardCharsets.UTF_8), row.payload());
        decode(row.headers()).forEach((name, text) -> out.headers().add(name, text.getBytes(StandardCharsets.UTF_8)));
        var metadata = producer.send(out).get();
        jdbc.sql(PlainSql.MARK_PUBLISHED)
                .param("partition", metadata.partition())
                .param("offset", metadata.offset())
                .param("id", row.id())
                .update();
    }

    private String headersOf(ConsumerRecord<String, byte[]> copied) {
        Map<String, String> headers = new LinkedHashMap<>();
        copied.headers()
                .forEach(header -> headers.put(header.key(), new String(header.value(), StandardCharsets.UTF_8)));
        try {
            return json.writeValueAsString(headers);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private Map<String, String> decode(String headers) {
        try {
            return json.readValue(headers, HEADERS);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("not written by this class", e);
        }
    }
}
