package io.orderflow.messagecorrelation.binding;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EventBindingTest {

    private static final EventContent LINE =
            content(Map.of("lineId", "l-1", "number", 7L, "factor", new BigDecimal("1E+3")));

    @Test
    void withoutAKeyTheMessageIsTheType() {
        assertThat(binding(List.of()).messageFor(LINE, "order-1")).contains("LineFailed");
    }

    @ParameterizedTest
    @CsvSource({
        "lineId,              LineFailed:l-1",
        "businessKey,         LineFailed:order-1",
        "lineId businessKey,  LineFailed:l-1",
        "absent businessKey,  LineFailed:order-1",
        "number,              LineFailed:7",
        "factor,              LineFailed:1000"
    })
    void theFirstFieldThatTheEventHasIsTheKey(String key, String message) {
        assertThat(binding(List.of(key.split(" "))).messageFor(LINE, "order-1")).contains(message);
    }

    @Test
    void anEventWithoutTheKeyIsNotForTheElement() {
        assertThat(binding(List.of("absent")).messageFor(LINE, "order-1")).isEmpty();
    }

    private static EventBinding binding(List<String> key) {
        return new EventBinding(
                "Element", "LineFailed", key, Unmatched.PARK, EventBinding.DEFAULT_WAIT_LIMIT, Map.of());
    }

    private static EventContent content(Map<String, @Nullable Object> fields) {
        return fields::get;
    }
}
