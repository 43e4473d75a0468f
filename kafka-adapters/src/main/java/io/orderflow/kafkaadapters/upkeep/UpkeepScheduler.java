package io.orderflow.kafkaadapters.upkeep;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/** One daemon thread that goes round the jobs. */
final class UpkeepScheduler implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(UpkeepScheduler.class);

    /** Between two looks at jobs that are due and that another node runs. */
    private static final Duration SHORTEST_WAIT = Duration.ofMillis(50);

    private static final Duration AFTER_FAILURE = Duration.ofSeconds(2);
    private static final Duration SHUTDOWN = Duration.ofSeconds(10);

    private final UpkeepRound round;
    private volatile @Nullable Worker worker;

    private record Worker(Thread thread, CountDownLatch stop) {}

    UpkeepScheduler(UpkeepRound round) {
        this.round = round;
    }

    @Override
    public void start() {
        CountDownLatch stop = new CountDownLatch(1);
        Thread thread = new Thread(() -> loop(stop), "upkeep");
        thread.setDaemon(true);
        worker = new Worker(thread, stop);
        thread.start();
    }

    private void loop(CountDownLatch stop) {
        try {
            Duration wait = Duration.ZERO;
            while (!stop.await(wait.toMillis(), TimeUnit.MILLISECONDS)) {
                wait = roundOrPause();
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private Duration roundOrPause() {
        try {
            Duration wait = round.run();
            return wait.compareTo(SHORTEST_WAIT) < 0 ? SHORTEST_WAIT : wait;
        } catch (RuntimeException e) {
            LOG.warn("Upkeep cannot reach its table and tries again in {}: {}", AFTER_FAILURE, e.toString());
            return AFTER_FAILURE;
        }
    }

    @Override
    public void stop() {
        Worker stopping = worker;
        worker = null;
        if (stopping == null) {
            return;
        }
        stopping.stop().countDown();
        try {
            stopping.thread().join(SHUTDOWN.toMillis());
            stopping.thread().interrupt();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return worker != null;
    }

    /** Starts after the relay and stops before it, since jobs may publish. */
    @Override
    public int getPhase() {
        return 100;
    }
}
