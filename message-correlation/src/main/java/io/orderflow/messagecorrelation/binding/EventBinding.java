package io.orderflow.messagecorrelation.binding;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One element of a model that catches an event. Immutable.
 *
 * @param elementId the element, by its id in the model
 * @param key the payload fields with the key, the first that an event has counts; {@link #BUSINESS_KEY} stands for the
 *     instance's business key. Empty if the message has no key.
 * @param unmatched what becomes of the event if the living instance does not wait for it
 * @param waitLimit how long a parked event waits before it becomes a dead letter
 * @param variables what the instance may see of the event: variable name to path in the payload
 */
public record EventBinding(
        String elementId,
        String eventType,
        List<String> key,
        Unmatched unmatched,
        Duration waitLimit,
        Map<String, String> variables) {

    /** In place of a payload field: the key is the instance's own. */
    public static final String BUSINESS_KEY = "businessKey";

    public static final Duration DEFAULT_WAIT_LIMIT = Duration.ofHours(2);

    public EventBinding {
        key = List.copyOf(key);
        variables = Map.copyOf(variables);
    }

    /**
     * The message that the event is for this element: the name under which the engine stores its subscription.
     *
     * @param businessKey of the instance that the event belongs to
     * @return {@code Type} or {@code Type:key}; empty if the event has none of the key's fields, so it is not for this element
     */
    public Optional<String> messageFor(EventContent content, String businessKey) {
        if (key.isEmpty()) {
            return Optional.of(eventType);
        }
        for (String field : key) {
            @Nullable Object value = field.equals(BUSINESS_KEY) ? businessKey : content.field(field);
            if (value != null) {
                return Optional.of(eventType + ":" + text(value));
            }
        }
        return Optional.empty();
    }

    private static String text(Object value) {
        return value instanceof BigDecimal number ? number.toPlainString() : value.toString();
    }
}
