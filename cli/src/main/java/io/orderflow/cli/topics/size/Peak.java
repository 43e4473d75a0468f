package io.orderflow.cli.topics.size;

import io.orderflow.kafkaadapters.topics.TopicDefinition;
import java.util.Map;

/**
 * The busiest second that must be survived.
 *
 * @param quotesPerSecond accepted quotes, each of which becomes an order
 * @param linesPerOrder mean number of lines
 * @param retryPercent events that are tried once more, of all
 * @param largestKeyPercent events of a topic that belong to one key, of all
 * @param headroom required partitions for each required consumer
 * @param known events per second of topics whose rate is known better
 */
record Peak(
        double quotesPerSecond,
        double linesPerOrder,
        double retryPercent,
        double largestKeyPercent,
        double headroom,
        Map<String, Double> known) {

    Rate rate(TopicDefinition topic) {
        Double given = known.get(topic.name());
        double first = given != null
                ? given
                : quotesPerSecond * (topic.load().perOrder() + topic.load().perLine() * linesPerOrder);
        return new Rate(first, first * retryPercent / 100);
    }

    /** Events per second: those that arrive, and those that come once more. */
    record Rate(double first, double retries) {

        double total() {
            return first + retries;
        }
    }
}
