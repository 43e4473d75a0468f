package io.orderflow.kafkaadapters.consumer;

import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What a node does for its own consumers every now and then: let paused retries go on, look at lag and parked events. */
final class Rounds implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Rounds.class);
    private static final long LOOK_EVERY_SECONDS = 10;

    private final ScheduledExecutorService executor;

    private Rounds(ScheduledExecutorService executor) {
        this.executor = executor;
    }

    static Rounds start(List<Consumption> consumptions) {
        ScheduledExecutorService executor = Executors.newSingleThreadScheduledExecutor(work -> {
            Thread thread = new Thread(work, "inbox-rounds");
            thread.setDaemon(true);
            return thread;
        });
        executor.scheduleWithFixedDelay(
                () -> consumptions.forEach(each -> safely(each.retries()::resumeDue)), 1, 1, TimeUnit.SECONDS);
        executor.scheduleWithFixedDelay(
                () -> consumptions.forEach(each -> {
                    each.lags().forEach(lag -> safely(lag::refresh));
                    safely(each.parkedMeters()::refresh);
                    safely(each.deadLetterMeters()::refresh);
                    safely(each.awaited()::takeUpAside);
                }),
                1,
                LOOK_EVERY_SECONDS,
                TimeUnit.SECONDS);
        return new Rounds(executor);
    }

    /** An exception would end the schedule for good. */
    private static void safely(Runnable work) {
        try {
            work.run();
        } catch (RuntimeException e) {
            LOG.warn("A round of the inbox failed, the next one tries again: {}", e.toString());
        }
    }

    @Override
    public void close() {
        executor.shutdownNow();
    }
}
