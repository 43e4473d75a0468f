package io.orderflow.messagecorrelation.camunda.binding;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderflow.messagecorrelation.binding.EventBinding;
import io.orderflow.messagecorrelation.binding.EventContent;
import io.orderflow.messagecorrelation.binding.Unmatched;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.variable.value.TypedValue;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class EventVariablesTest {

    private static final Map<String, Object> PAYLOAD = Map.of(
            "line.offerId",
            "85123A",
            "attempt",
            2L,
            "many",
            3_000_000_000L,
            "weight",
            new BigDecimal("1.5"),
            "retryable",
            true,
            "secret",
            "card 4711");

    @Test
    void onlyWhatIsAllowedIsSeenUnderTheNameThatTheModelGives() {
        assertThat(EventVariables.of(binding(Map.of("offerId", "line.offerId")), content()))
                .containsOnlyKeys("offerId");
        assertThat(EventVariables.of(binding(Map.of()), content())).isEmpty();
    }

    @Test
    void valuesAreTransientAndOfTheEnginesTypes() {
        Map<String, Object> seen = EventVariables.of(
                binding(Map.of(
                        "offerId", "line.offerId",
                        "attempt", "attempt",
                        "many", "many",
                        "weight", "weight",
                        "retryable", "retryable")),
                content());

        assertThat(seen.values()).hasSize(5).allSatisfy(value -> assertThat(((TypedValue) value).isTransient())
                .isTrue());
        assertThat(seen.entrySet().stream()
                        .collect(Collectors.toMap(
                                Map.Entry::getKey, entry -> ((TypedValue) entry.getValue()).getValue())))
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "offerId", "85123A", "attempt", 2, "many", 3_000_000_000L, "weight", 1.5, "retryable", true));
    }

    @Test
    void whatTheEventDoesNotHaveIsNull() {
        assertThat(EventVariables.of(binding(Map.of("gone", "line.gone")), content())
                        .get("gone"))
                .isInstanceOfSatisfying(TypedValue.class, value -> {
                    assertThat(value.getValue()).isNull();
                    assertThat(value.isTransient()).isTrue();
                });
    }

    private static EventContent content() {
        Map<String, @Nullable Object> fields = Map.copyOf(PAYLOAD);
        return fields::get;
    }

    private static EventBinding binding(Map<String, String> variables) {
        return new EventBinding(
                "Element", "LineFailed", List.of(), Unmatched.PARK, EventBinding.DEFAULT_WAIT_LIMIT, variables);
    }
}
