package io.orderflow.kafkaadapters.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class PackedRowsTest {

    private static final Instant CREATED = Instant.parse("2026-07-02T12:00:00.123456Z");

    @Test
    void comesBackAsItWas() {
        OutboxRow full = new OutboxRow(31, 7, "t", "kö", "Ev", "h", new byte[] {1, -1}, true, CREATED);
        OutboxRow bare = new OutboxRow(0, Long.MAX_VALUE, "t", null, "E", "", new byte[0], false, Instant.EPOCH);
        List<OutboxRow> rows = PackedRows.unpack(PackedRows.pack(List.of(full, bare)));
        assertThat(rows).usingRecursiveFieldByFieldElementComparator().containsExactly(full, bare);
    }

    @Test
    void shrinksWhatResemblesEachOther() {
        byte[] value = "{\"orderId\":\"ord_1\",\"payload\":{}}".repeat(20).getBytes(StandardCharsets.UTF_8);
        List<OutboxRow> rows = LongStream.range(0, 1000)
                .mapToObj(id -> new OutboxRow(1, id, "topic", "key", "Type", "headers", value, true, CREATED))
                .toList();
        assertThat(PackedRows.pack(rows)).hasSizeLessThan(1000 * value.length / 10);
    }

    @Test
    void tellsWhatItDidNotPack() {
        assertThatThrownBy(() -> PackedRows.unpack(new byte[] {1, 2, 3})).isInstanceOf(IllegalStateException.class);
    }
}
