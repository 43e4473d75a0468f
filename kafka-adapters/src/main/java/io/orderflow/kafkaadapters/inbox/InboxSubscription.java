package io.orderflow.kafkaadapters.inbox;

import java.util.Map;

/**
 * What one consumer group reads from one topic.
 *
 * @param consumerGroup {@code <service>.<stream>.consumer}; the identity under which events are deduplicated
 * @param topic the source topic
 * @param payloadTypes the event types that are handled, each with the record its payload is read into (unknown payload
 *     fields are tolerated). Other catalogued types of the topic are recorded as ignored.
 */
public record InboxSubscription(String consumerGroup, String topic, Map<String, Class<?>> payloadTypes) {

    public InboxSubscription {
        payloadTypes = Map.copyOf(payloadTypes);
    }
}
