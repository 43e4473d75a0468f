package io.orderflow.testing.contractkits;

import java.util.function.Supplier;

/**
 * One line of a {@link ProducerContract}.
 *
 * @param eventType as catalogued
 * @param scene has the service publish the event, with everything in it that the contract has a place for, and returns the
 *     id of the event's aggregate; nothing else makes the service publish this type meanwhile
 */
public record ProducedEvent(String eventType, Supplier<String> scene) {

    @Override
    public String toString() {
        return eventType;
    }
}
