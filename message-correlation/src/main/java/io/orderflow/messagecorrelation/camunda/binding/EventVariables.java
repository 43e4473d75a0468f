package io.orderflow.messagecorrelation.camunda.binding;

import static org.camunda.bpm.engine.variable.Variables.untypedValue;

import io.orderflow.messagecorrelation.binding.EventBinding;
import io.orderflow.messagecorrelation.binding.EventContent;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What an instance sees of an event. */
public final class EventVariables {

    private EventVariables() {}

    /**
     * Every field that the model allows and nothing else, null where the event does not have it. The values are transient:
     * nothing of them is stored unless the model says so. Numbers come as the engine keeps them: Integer where they fit,
     * otherwise Long or Double.
     */
    public static Map<String, Object> of(EventBinding binding, EventContent content) {
        Map<String, Object> seen = new HashMap<>();
        binding.variables()
                .forEach((name, path) -> seen.put(name, untypedValue(engineValue(content.field(path)), true)));
        return seen;
    }

    private static @Nullable Object engineValue(@Nullable Object value) {
        if (value instanceof Long number) {
            return number == number.intValue() ? (Object) number.intValue() : number;
        }
        return value instanceof BigDecimal number ? (Object) number.doubleValue() : value;
    }
}
