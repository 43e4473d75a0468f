package io.orderflow.messagecorrelation;

import io.orderflow.messagecorrelation.binding.EventContent;

/** What a message does to a process. A message never falls from one kind into the other. */
public sealed interface CorrelationTarget {

    /**
     * Starts the newest version of a process at its message start event, unless the business key has had an instance.
     *
     * @param message name of the start event's message
     */
    record StartProcess(String processKey, String message) implements CorrelationTarget {}

    /**
     * Continues the instance that waits for the message; starts nothing.
     *
     * @param message name as the engine has evaluated it, with its key if it has one ({@code Arrived:parcel-7})
     */
    record WaitingInstance(String message) implements CorrelationTarget {}

    /**
     * Offers an event to the instance of the business key, at whatever element of its own version is bound to the event's
     * type. If the key never had an instance and a process is bound to start on the type, its newest version starts.
     *
     * @param content where the model's bindings find keys and variables
     */
    record BoundEvent(String eventType, EventContent content) implements CorrelationTarget {}
}
