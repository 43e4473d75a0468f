package io.orderflow.cli.topics.size;

import io.orderflow.kafkaadapters.topics.TopicDefinition;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * What one topic needs at the peak.
 *
 * @param perOrder facts of one order
 * @param perLine facts of each of its lines
 */
record TopicSize(
        String topic,
        int perOrder,
        int perLine,
        double eventsPerSecond,
        double retriesPerSecond,
        int declaredPartitions,
        List<GroupSize> groups) {

    static TopicSize of(TopicDefinition topic, Peak peak, Map<String, Double> msPerEvent) {
        Peak.Rate rate = peak.rate(topic);
        return new TopicSize(
                topic.name(),
                topic.load().perOrder(),
                topic.load().perLine(),
                rate.first(),
                rate.retries(),
                topic.partitions(),
                topic.consumers().stream()
                        .map(group ->
                                GroupSize.of(group, rate.total(), topic.partitions(), msPerEvent.get(group), peak))
                        .sorted(Comparator.comparing(GroupSize::group))
                        .toList());
    }
}
