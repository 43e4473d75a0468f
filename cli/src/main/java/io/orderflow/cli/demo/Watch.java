package io.orderflow.cli.demo;

import io.orderflow.cli.demo.OrderApi.OrderCounts;
import io.orderflow.cli.stack.Refusal;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Looks at the order service's counts a few times a second; opens the window and moves the progress bar. */
final class Watch implements AutoCloseable {

    private static final Duration LOOK_EVERY = Duration.ofMillis(250);
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private final OrderApi api;
    private final Instant since;
    private final Window window;
    private final Progress progress;
    private final Thread thread = new Thread(this::run, "watch");
    private final Thread feeder = Thread.currentThread();
    private OrderCounts counts = OrderCounts.NONE;
    private long lastChange = System.nanoTime();
    private @Nullable RuntimeException failure;

    Watch(OrderApi api, Instant since, Window window, Progress progress) {
        this.api = api;
        this.since = since;
        this.window = window;
        this.progress = progress;
    }

    void start() {
        thread.setDaemon(true);
        thread.start();
    }

    /** Waits until nothing is under way any more, or until nothing has moved for long. */
    synchronized void awaitRest() throws InterruptedException {
        while (window.inFlight() > 0 && System.nanoTime() - lastChange < PATIENCE.toNanos()) {
            throwIfFailed();
            wait(LOOK_EVERY.toMillis());
        }
        progress.end(counts, window.inFlight());
    }

    /** Rethrows what made the watch end; the feeder was interrupted for it. */
    synchronized void throwIfFailed() {
        if (failure != null) {
            throw failure;
        }
    }

    @Override
    public void close() {
        thread.interrupt();
    }

    private void run() {
        try {
            while (!thread.isInterrupted()) {
                OrderCounts now = api.counts(since);
                window.settled(now.settled());
                progress.show(now, window.inFlight());
                changed(now);
                Thread.sleep(LOOK_EVERY.toMillis());
            }
        } catch (InterruptedException closed) {
            thread.interrupt();
        } catch (Refusal e) {
            fail(e);
        }
    }

    private synchronized void changed(OrderCounts now) {
        if (!now.equals(counts)) {
            counts = now;
            lastChange = System.nanoTime();
        }
        notifyAll();
    }

    private void fail(RuntimeException cause) {
        synchronized (this) {
            failure = cause;
            notifyAll();
        }
        feeder.interrupt();
    }
}
