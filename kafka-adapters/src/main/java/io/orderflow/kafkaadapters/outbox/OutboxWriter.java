package io.orderflow.kafkaadapters.outbox;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.orderflow.kafkaadapters.envelope.EnvelopeCodec;
import io.orderflow.kafkaadapters.envelope.EventHeaders;
import io.orderflow.kafkaadapters.outbox.PendingEvent.AggregateKey;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Writes a transaction's records: one statement, and one more if the outbox counts versions. */
final class OutboxWriter {

    private final JdbcClient jdbc;
    private final EnvelopeCodec codec;
    private final Clock clock;
    private final WakeUp wakeUp;

    OutboxWriter(JdbcClient jdbc, EnvelopeCodec codec, Clock clock, WakeUp wakeUp) {
        this.jdbc = jdbc;
        this.codec = codec;
        this.clock = clock;
        this.wakeUp = wakeUp;
    }

    void write(List<PendingEvent> events, List<OutboxRow> records) {
        countVersions(events.stream().filter(PendingEvent::needsVersion).toList());
        List<OutboxRow> rows = new ArrayList<>(events.size() + records.size());
        events.forEach(event -> rows.add(row(event)));
        rows.addAll(records);
        if (!rows.isEmpty()) {
            insert(rows);
        }
    }

    void committed() {
        wakeUp.signal();
    }

    private void countVersions(List<PendingEvent> events) {
        if (events.isEmpty()) {
            return;
        }
        Map<AggregateKey, Long> counts = new HashMap<>();
        events.forEach(event -> counts.merge(event.aggregate(), 1L, Long::sum));
        List<AggregateKey> keys = List.copyOf(counts.keySet());
        Map<AggregateKey, Long> next = new HashMap<>();
        jdbc.sql(OutboxSql.NEXT_VERSIONS)
                .param("types", strings(keys, AggregateKey::type))
                .param("tenants", strings(keys, AggregateKey::tenantId))
                .param("ids", strings(keys, AggregateKey::id))
                .param("counts", keys.stream().mapToLong(counts::get).toArray())
                .query((row, number) -> {
                    AggregateKey key = new AggregateKey(row.getString(1), row.getString(2), row.getString(3));
                    long last = row.getLong(4);
                    return next.put(key, last - counts.getOrDefault(key, 0L) + 1);
                })
                .list();
        for (PendingEvent event : events) {
            ObjectNode value = event.value();
            value.put("aggregateVersion", next.merge(event.aggregate(), 1L, Long::sum) - 1);
        }
    }

    private OutboxRow row(PendingEvent event) {
        String key = event.envelope().aggregateId();
        return new OutboxRow(
                OutboxRow.shardOf(key),
                0,
                event.topic(),
                key,
                event.envelope().eventType(),
                RecordHeaders.encode(EventHeaders.of(event.envelope())),
                codec.toBytes(event.value()),
                true,
                Instant.EPOCH);
    }

    private void insert(List<OutboxRow> rows) {
        boolean[] envelopes = new boolean[rows.size()];
        byte[][] values = new byte[rows.size()][];
        for (int i = 0; i < rows.size(); i++) {
            envelopes[i] = rows.get(i).envelope();
            values[i] = rows.get(i).value();
        }
        jdbc.sql(OutboxSql.INSERT)
                .param("shards", rows.stream().mapToInt(OutboxRow::shard).toArray())
                .param("topics", strings(rows, OutboxRow::topic))
                .param("keys", strings(rows, OutboxRow::key))
                .param("types", strings(rows, OutboxRow::eventType))
                .param("headers", strings(rows, OutboxRow::headers))
                .param("values", values)
                .param("envelopes", envelopes)
                .param("createdAt", Timestamp.from(clock.instant()))
                .update();
    }

    private static <T> @Nullable String[] strings(List<T> from, Function<T, @Nullable String> field) {
        return from.stream().map(field).toArray(String[]::new);
    }
}
