package io.orderflow.messagecorrelation.camunda.binding;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderflow.messagecorrelation.binding.EventBinding;
import io.orderflow.messagecorrelation.binding.Unmatched;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BindingReaderTest {

    @Test
    void readsWhatTheModelSays() {
        assertThat(BindingReader.read(element(
                        "LineFailed:${lineId}",
                        Map.of(
                                "eventType", "LineFailed",
                                "eventKey", "lineId, businessKey",
                                "eventUnmatched", "dead-letter",
                                "eventWaitLimit", "P1DT2H",
                                "eventVariables", "attempt, offerId = line.offerId"))))
                .contains(new EventBinding(
                        "Wait",
                        "LineFailed",
                        List.of("lineId", "businessKey"),
                        Unmatched.DEAD_LETTER,
                        Duration.ofHours(26),
                        Map.of("attempt", "attempt", "offerId", "line.offerId")));
    }

    @ParameterizedTest
    @CsvSource({
        "LineFailed,                                       ''",
        "LineFailed:${lineId},                             lineId",
        "LineFailed:#{lineId},                             lineId",
        "LineFailed:${execution.processBusinessKey},       businessKey"
    })
    void aModelWithoutPropertiesIsReadByItsMessageNames(String message, String key) {
        assertThat(BindingReader.read(element(message, Map.of())))
                .contains(new EventBinding(
                        "Wait",
                        "LineFailed",
                        key.isEmpty() ? List.of() : List.of(key),
                        Unmatched.PARK,
                        Duration.ofHours(2),
                        Map.of()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", " ", "${name}", "line failed", "LineFailed:", "LineFailed:7", "LineFailed:${a}${b}", "a.b"})
    void aNameThatTellsNoEventBindsNothing(String message) {
        assertThat(BindingReader.read(element(message, Map.of("eventType", "LineFailed"))))
                .isEmpty();
    }

    /** A version that runs already is never refused, whatever it says. */
    @Test
    void whatCannotBeReadIsReadAsIfItWereNotThere() {
        assertThat(BindingReader.read(element(
                        "LineFailed",
                        Map.of(
                                "eventType", "SomethingElse",
                                "eventKey", ",,",
                                "eventUnmatched", "perhaps",
                                "eventWaitLimit", "a while",
                                "eventVariables", "=,1x, good, x=, good=other"))))
                .contains(new EventBinding(
                        "Wait", "LineFailed", List.of(), Unmatched.PARK, Duration.ofHours(2), Map.of("good", "good")));
    }

    private static CatchElement element(String message, Map<String, String> properties) {
        return new CatchElement("Wait", message, properties, false, false);
    }
}
