package io.orderflow.kafkaadapters.consumer;

import io.orderflow.kafkaadapters.failure.RetrySchedule;
import io.orderflow.kafkaadapters.inbox.InboxSubscription;
import java.util.List;

/**
 * Everything that works for one subscription.
 *
 * @param records what the source topic's records go through
 * @param retries what the retry topics' records go through
 */
record Consumption(
        InboxSubscription subscription,
        RetrySchedule schedule,
        BatchConsumer records,
        RetryListener retries,
        ParkedSweep sweep,
        AwaitedSweep awaited,
        Redriver redriver,
        List<ConsumerLag> lags,
        ParkedMeters parkedMeters,
        DeadLetterMeters deadLetterMeters) {

    /** The slow look at everything that is parked. */
    void sweepParked() {
        sweep.run();
        awaited.run();
    }
}
