package io.orderflow.kafkaadapters.topics;

import java.util.List;
import java.util.Map;

/**
 * One topic as it should exist in one environment.
 *
 * @param owner the service or team that answers for it
 * @param dataClassification low, medium or high
 * @param lifecycle whether it holds the history of aggregates, which is evidence and must not be compacted
 * @param consumers the consumer groups that read it
 * @param load what it gets in the normal course of things
 * @param configuration the broker-side settings of the topic
 */
public record TopicDefinition(
        String name,
        String owner,
        String dataClassification,
        boolean lifecycle,
        List<String> consumers,
        TopicLoad load,
        int partitions,
        short replicationFactor,
        Map<String, String> configuration) {

    public TopicDefinition {
        consumers = List.copyOf(consumers);
        configuration = Map.copyOf(configuration);
    }
}
