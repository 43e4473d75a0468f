package io.orderflow.kafkaadapters.topics;

/** How names of topics derive from each other: the family name comes before the version. */
public final class TopicNames {

    private TopicNames() {}

    /** {@code oms.order.events.v1} → {@code oms.order.events.dlt.v1}. */
    public static String deadLetter(String topic) {
        return derived(topic, "dlt");
    }

    /** {@code oms.order.events.v1} and {@code 15m} → {@code oms.order.events.retry.15m.v1}. */
    public static String retry(String topic, String delay) {
        return derived(topic, "retry." + delay);
    }

    /** {@code order-service.quote-events.consumer} → {@code order-service.quote-events.retry.consumer}. */
    public static String retryGroup(String consumerGroup) {
        String suffix = ".consumer";
        return consumerGroup.endsWith(suffix)
                ? consumerGroup.substring(0, consumerGroup.length() - suffix.length()) + ".retry" + suffix
                : consumerGroup + ".retry";
    }

    /** The group on whose behalf one replays: {@code x.replay} → {@code x.consumer}; any other group is its own. */
    static String replayedGroup(String consumerGroup) {
        String suffix = ".replay";
        return consumerGroup.endsWith(suffix)
                ? consumerGroup.substring(0, consumerGroup.length() - suffix.length()) + ".consumer"
                : consumerGroup;
    }

    private static String derived(String topic, String family) {
        int version = topic.lastIndexOf(".v");
        if (version < 0) {
            throw new IllegalArgumentException("A topic's name ends with its version, .v<n>: " + topic);
        }
        return topic.substring(0, version) + '.' + family + topic.substring(version);
    }
}
