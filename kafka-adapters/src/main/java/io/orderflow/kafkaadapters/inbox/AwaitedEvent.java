package io.orderflow.kafkaadapters.inbox;

/**
 * An event that its handler has parked, as the handler would get it now.
 *
 * @param consumerGroup whose event it is: the group of the handler that parked it
 */
public record AwaitedEvent(String consumerGroup, InboxEvent event) {}
