package io.orderflow.testing.contractkits;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * One line of a {@link ConsumerContract}.
 *
 * @param group the consumer group; null if the service has but one that handles the type
 * @param eventType as catalogued
 * @param scene makes an aggregate for which the event is the next one, and returns the event without sending it
 * @param effects from an aggregate's id to everything that the event can change about it, comparable by {@code equals}
 */
public record ConsumedEvent(
        @Nullable String group, String eventType, Supplier<ObjectNode> scene, Function<String, ?> effects) {

    /** Tells the lines of a test apart. */
    String name() {
        return group == null ? eventType : eventType + " by " + group;
    }

    @Override
    public String toString() {
        return name();
    }
}
