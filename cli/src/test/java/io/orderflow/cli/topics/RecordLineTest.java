package io.orderflow.cli.topics;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.junit.jupiter.api.Test;

class RecordLineTest {

    @Test
    void showsWhereWhenWhatAndWhose() {
        RecordHeaders headers = new RecordHeaders();
        headers.add("eventType", "OrderCaptured".getBytes(StandardCharsets.UTF_8));

        String line = RecordLine.line(record(headers, "ord_1", "{\"aggregateVersion\": 1}"));

        assertThat(line.split("\\s+"))
                .containsExactly("", "3/17", "1970-01-01", "00:00:01.234", "OrderCaptured", "ord_1", "v1");
    }

    @Test
    void showsARecordThatIsNoEvent() {
        assertThat(RecordLine.line(record(new RecordHeaders(), null, "not json")))
                .contains("(no event)", "null", "-");
        assertThat(RecordLine.line(record(new RecordHeaders(), "key", null))).contains("(no event)");
    }

    @Test
    void keepsControlCharactersFromTheTerminal() {
        String line = RecordLine.line(record(new RecordHeaders(), "\033[2Jkey", "{\"eventType\": \"\\u001b[31mRed\"}"));

        assertThat(line).doesNotContain("\033").contains("?[2Jkey", "?[31mRed");
    }

    private static ConsumerRecord<String, byte[]> record(RecordHeaders headers, String key, String value) {
        byte[] bytes = value == null ? null : value.getBytes(StandardCharsets.UTF_8);
        return new ConsumerRecord<>(
                "topic", 3, 17, 1_234, TimestampType.CREATE_TIME, 0, 0, key, bytes, headers, Optional.empty());
    }
}
