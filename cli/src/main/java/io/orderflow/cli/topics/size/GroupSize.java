package io.orderflow.cli.topics.size;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * What one consumer group needs on one topic.
 *
 * @param msPerEvent null if nobody has measured it; then the other figures are null as well
 * @param requiredConsumers events per second × ms per event / 1000, rounded up
 * @param requiredPartitions required consumers × headroom, rounded up
 * @param largestKeyLoad how busy the events of the largest key keep the consumer of their partition; 1 = all the time
 * @param busiestConsumerLoad the same for that consumer's share of all other keys as well, if it has the declared
 *     number of partitions to share with
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record GroupSize(
        String group,
        Verdict verdict,
        @Nullable Double msPerEvent,
        @Nullable Integer requiredConsumers,
        @Nullable Integer requiredPartitions,
        @Nullable Double largestKeyLoad,
        @Nullable Double busiestConsumerLoad) {

    /** Whether the declared partitions are enough. */
    enum Verdict {
        FITS("fits"),
        TOO_FEW_PARTITIONS("too few partitions"),
        /** One key alone is more than a consumer can do: partitions do not help. */
        KEY_TOO_HOT("largest key too hot"),
        NOT_MEASURED("not measured");

        private final String words;

        Verdict(String words) {
            this.words = words;
        }

        String words() {
            return words;
        }

        boolean isBad() {
            return this == TOO_FEW_PARTITIONS || this == KEY_TOO_HOT;
        }
    }

    static GroupSize of(String group, double eventsPerSecond, int declaredPartitions, @Nullable Double ms, Peak peak) {
        if (ms == null) {
            return new GroupSize(group, Verdict.NOT_MEASURED, null, null, null, null, null);
        }
        double busy = eventsPerSecond * ms / 1000;
        double share = peak.largestKeyPercent() / 100;
        int consumers = atLeastOne(busy);
        int partitions = atLeastOne(consumers * peak.headroom());
        double hottest = busy * share;
        double busiest = hottest + busy * (1 - share) / declaredPartitions;
        Verdict verdict = hottest >= 1
                ? Verdict.KEY_TOO_HOT
                : partitions > declaredPartitions || busiest >= 1 ? Verdict.TOO_FEW_PARTITIONS : Verdict.FITS;
        return new GroupSize(group, verdict, ms, consumers, partitions, hottest, busiest);
    }

    private static int atLeastOne(double number) {
        return (int) Math.max(1, Math.ceil(number));
    }
}
