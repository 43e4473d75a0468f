package io.orderflow.kafkaadapters.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RecordHeadersTest {

    @Test
    void comeBackAsTheyWereAndInOrder() {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("z", "ä → 😀");
        headers.put("a", "");
        headers.put("", "without a name");
        headers.put("line", "one\ntwo");
        assertThat(RecordHeaders.decode(RecordHeaders.encode(headers))).containsExactlyEntriesOf(headers);
        assertThat(RecordHeaders.decode(RecordHeaders.encode(Map.of()))).isEmpty();
    }

    @Test
    void surviveTheirOwnSeparatorsAndAnOpeningBrace() {
        Map<String, String> separators = Map.of("name", "a\u001fb\u001ec");
        assertThat(RecordHeaders.decode(RecordHeaders.encode(separators))).isEqualTo(separators);
        Map<String, String> brace = Map.of("{\"a\":", "b");
        assertThat(RecordHeaders.decode(RecordHeaders.encode(brace))).isEqualTo(brace);
    }

    @Test
    void areReadFromTheFormOfOlderRows() {
        assertThat(RecordHeaders.decode("{\"eventType\":\"OrderCaptured\"}"))
                .isEqualTo(Map.of("eventType", "OrderCaptured"));
    }

    @Test
    void refuseWhatNobodyWrote() {
        assertThatThrownBy(() -> RecordHeaders.decode("garbage")).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> RecordHeaders.decode("{garbage")).isInstanceOf(IllegalStateException.class);
    }
}
