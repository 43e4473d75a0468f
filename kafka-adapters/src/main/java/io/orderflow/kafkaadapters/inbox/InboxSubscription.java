package io.orderflow.kafkaadapters.inbox;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What one consumer group reads.
 *
 * @param consumerGroup {@code <service>.<stream>.consumer}; the identity under which events are deduplicated
 * @param topics the source topics; one, unless the range is everything: versions are counted for a group and an aggregate's id,
 *     and aggregates of two topics may share their ids
 * @param payloadTypes event types, each with the record its payload is read into (unknown payload fields are tolerated)
 * @param range which of the topics' events are handled
 */
public record InboxSubscription(
        String consumerGroup, List<String> topics, Map<String, Class<?>> payloadTypes, Range range) {

    /** Which catalogued events of its topics a group handles. */
    public enum Range {
        /** Those with a payload type. All others are recorded as ignored. */
        NAMED_TYPES,
        /** Every one; the payload of a type that is not named is a tree. */
        TOPIC,
        /** Every one as it comes, as a tree: no event waits for another version of its aggregate. */
        EVERYTHING
    }

    public InboxSubscription {
        topics = List.copyOf(topics);
        if (topics.size() != 1 && range != Range.EVERYTHING) {
            throw new IllegalArgumentException(
                    "%s reads %s: take a group for each topic, because versions are counted for each group"
                            .formatted(consumerGroup, topics));
        }
        payloadTypes = Map.copyOf(payloadTypes);
    }

    /** Some event types of a topic. */
    public InboxSubscription(String consumerGroup, String topic, Map<String, Class<?>> payloadTypes) {
        this(consumerGroup, List.of(topic), payloadTypes, Range.NAMED_TYPES);
    }

    /**
     * Every catalogued event type of a topic, also those that are catalogued later; versions are awaited as usual.
     *
     * @param payloadTypes what the payload of some types is read into; that of any other is a {@link JsonNode}
     */
    public static InboxSubscription toTopic(String consumerGroup, String topic, Map<String, Class<?>> payloadTypes) {
        return new InboxSubscription(consumerGroup, List.of(topic), payloadTypes, Range.TOPIC);
    }

    /** Every catalogued event of some topics, as it comes: for those who pass events on and do not judge them. */
    public static InboxSubscription toEverything(String consumerGroup, List<String> topics) {
        return new InboxSubscription(consumerGroup, topics, Map.of(), Range.EVERYTHING);
    }

    /** Whether events are taken as they come, without regard to their aggregates' versions. */
    public boolean everything() {
        return range == Range.EVERYTHING;
    }

    /** What the payload of an event type of the topics is read into; null for a type that is not handled. */
    public @Nullable Class<?> payloadType(String eventType) {
        return switch (range) {
            case NAMED_TYPES -> payloadTypes.get(eventType);
            case TOPIC -> payloadTypes.getOrDefault(eventType, JsonNode.class);
            case EVERYTHING -> JsonNode.class;
        };
    }
}
