package io.orderflow.kafkaadapters.topics;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** Declared topics with names that no other test uses. */
final class Declared {

    static final String GROUP = "order-service.test-events.consumer";

    private static final AtomicInteger NUMBER = new AtomicInteger();

    private Declared() {}

    /** The history of an aggregate: three partitions, a day. */
    static TopicDefinition lifecycle() {
        return new TopicDefinition(
                "test.plan-" + NUMBER.incrementAndGet() + "-"
                        + ProcessHandle.current().pid() + ".events.v1",
                "order-service",
                "high",
                true,
                List.of(GROUP),
                TopicLoad.NONE,
                3,
                (short) 1,
                Map.of("cleanup.policy", "delete", "retention.ms", "86400000", "max.message.bytes", "8388608"));
    }

    static TopicDefinition with(TopicDefinition topic, int partitions) {
        return copy(topic, topic.lifecycle(), partitions, topic.configuration());
    }

    static TopicDefinition with(TopicDefinition topic, String setting, String value) {
        Map<String, String> configuration = new HashMap<>(topic.configuration());
        configuration.put(setting, value);
        return copy(topic, topic.lifecycle(), topic.partitions(), configuration);
    }

    /** The same, which may be compacted. */
    static TopicDefinition asState(TopicDefinition topic) {
        return copy(topic, false, topic.partitions(), topic.configuration());
    }

    private static TopicDefinition copy(
            TopicDefinition topic, boolean lifecycle, int partitions, Map<String, String> configuration) {
        return new TopicDefinition(
                topic.name(),
                topic.owner(),
                topic.dataClassification(),
                lifecycle,
                topic.consumers(),
                topic.load(),
                partitions,
                topic.replicationFactor(),
                configuration);
    }
}
