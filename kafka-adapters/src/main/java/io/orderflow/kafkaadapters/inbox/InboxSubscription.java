package io.orderflow.kafkaadapters.inbox;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What one consumer group reads.
 *
 * @param consumerGroup {@code <service>.<stream>.consumer}; the identity under which events are deduplicated
 * @param topics the source topics; one, unless {@code everything}: versions are counted for a group and an aggregate's id, and
 *     aggregates of two topics may share their ids
 * @param payloadTypes the event types that are handled, each with the record its payload is read into (unknown payload
 *     fields are tolerated). Other catalogued types of the topics are recorded as ignored.
 * @param everything whether every catalogued type is handled, its payload as a tree, and no event waits for another
 *     version of its aggregate: for those who pass events on and do not judge them
 */
public record InboxSubscription(
        String consumerGroup, List<String> topics, Map<String, Class<?>> payloadTypes, boolean everything) {

    public InboxSubscription {
        topics = List.copyOf(topics);
        if (topics.size() != 1 && !everything) {
            throw new IllegalArgumentException(
                    "%s reads %s: take a group for each topic, because versions are counted for each group"
                            .formatted(consumerGroup, topics));
        }
        payloadTypes = Map.copyOf(payloadTypes);
    }

    public InboxSubscription(String consumerGroup, String topic, Map<String, Class<?>> payloadTypes) {
        this(consumerGroup, List.of(topic), payloadTypes, false);
    }

    /** Every catalogued event of some topics, as it comes. */
    public static InboxSubscription toEverything(String consumerGroup, List<String> topics) {
        return new InboxSubscription(consumerGroup, topics, Map.of(), true);
    }

    /** What the payload of an event type is read into; null for a type that is not handled. */
    public @Nullable Class<?> payloadType(String eventType) {
        return everything ? JsonNode.class : payloadTypes.get(eventType);
    }
}
