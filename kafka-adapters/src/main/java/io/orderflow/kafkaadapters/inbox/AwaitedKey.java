package io.orderflow.kafkaadapters.inbox;

import java.util.UUID;

/** Which event of which consumer group waits. */
public record AwaitedKey(String consumer, UUID eventId) {

    public static AwaitedKey of(AwaitedEvent event) {
        return new AwaitedKey(event.consumerGroup(), event.event().envelope().eventId());
    }
}
