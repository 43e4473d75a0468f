package io.orderflow.kafkaadapters.faults;

import com.fasterxml.jackson.databind.JsonNode;
import io.orderflow.kafkaadapters.envelope.EnvelopeCodec;
import io.orderflow.kafkaadapters.envelope.EventHeaders;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The unpublished rows of an outbox as whoever sends them sees them: for relays that are worse than the library's. */
final class OutboxRecords {

    private static final EnvelopeCodec CODEC = new EnvelopeCodec();

    private OutboxRecords() {}

    record Row(long id, ProducerRecord<@Nullable String, byte[]> record) {}

    /** In the order of their ids, all shards together. */
    static List<Row> after(long id, JdbcClient jdbc) {
        return jdbc.sql("select id, topic, partition_key, value from outbox_event where id > :id order by id")
                .param("id", id)
                .query((row, number) -> row(row))
                .list();
    }

    static List<ProducerRecord<@Nullable String, byte[]>> all(JdbcClient jdbc) {
        return after(0, jdbc).stream().map(Row::record).toList();
    }

    private static Row row(ResultSet row) throws SQLException {
        byte[] value = row.getBytes("value");
        ProducerRecord<@Nullable String, byte[]> record =
                new ProducerRecord<>(row.getString("topic"), row.getString("partition_key"), value);
        JsonNode event = json(value);
        for (String name : EventHeaders.ALL) {
            if (event.has(name)) {
                record.headers().add(name, event.path(name).asText().getBytes(StandardCharsets.UTF_8));
            }
        }
        return new Row(row.getLong("id"), record);
    }

    private static JsonNode json(byte[] value) {
        try {
            return CODEC.parse(value);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
