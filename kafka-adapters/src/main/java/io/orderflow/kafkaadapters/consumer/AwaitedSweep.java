package io.orderflow.kafkaadapters.consumer;

import io.orderflow.kafkaadapters.failure.FailureClassifier;
import io.orderflow.kafkaadapters.inbox.AwaitedKey;
import io.orderflow.kafkaadapters.inbox.AwaitedRows;
import io.orderflow.kafkaadapters.inbox.ParkedEvent;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The slow look at awaited events of one group: finds those that nobody asked for, and those that break who asks for them. */
final class AwaitedSweep {

    private static final Logger LOG = LoggerFactory.getLogger(AwaitedSweep.class);
    private static final int AT_ONCE = 100;

    private final AwaitedRows rows;
    private final AwaitedTransaction transaction;
    private final Aside aside;
    private final ConsumerMeters meters;
    private final Clock clock;
    private final String consumer;

    AwaitedSweep(
            AwaitedRows rows,
            AwaitedTransaction transaction,
            Aside aside,
            ConsumerMeters meters,
            Clock clock,
            String consumer) {
        this.rows = rows;
        this.transaction = transaction;
        this.aside = aside;
        this.meters = meters;
        this.clock = clock;
        this.consumer = consumer;
    }

    /** Some of them, those first that nobody has looked at for the longest time, each in a transaction of its own. */
    void run() {
        rows.look(consumer, clock.instant(), AT_ONCE).forEach(this::offer);
    }

    /** Those that this node has put aside, every few seconds. */
    void takeUpAside() {
        for (AwaitedKey key : aside.of(consumer)) {
            Optional<ParkedEvent> event = rows.find(key);
            if (event.isEmpty() || offer(event.get())) {
                aside.release(key);
            } else {
                aside.releaseInTime(key);
            }
        }
    }

    /** @return whether it has been settled */
    private boolean offer(ParkedEvent event) {
        Optional<Entry> settled;
        try {
            settled = transaction.offer(event);
        } catch (RuntimeException failure) {
            if (FailureClassifier.isTransient(failure)) {
                throw failure;
            }
            LOG.error("Handling an awaited event failed for good, it becomes a dead letter", failure);
            settled = transaction.bury(event, failure);
        }
        settled.ifPresent(entry -> meters.handled(0, List.of(entry)));
        return settled.isPresent();
    }
}
