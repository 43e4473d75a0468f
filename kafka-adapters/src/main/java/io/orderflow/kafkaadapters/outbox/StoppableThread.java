package io.orderflow.kafkaadapters.outbox;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** A daemon thread that does one thing over and over until it is told to stop. */
final class StoppableThread {

    private static final Duration SHUTDOWN = Duration.ofSeconds(2);

    private final CountDownLatch stop = new CountDownLatch(1);
    private final Thread thread;

    /** One turn of the loop, which it may end by interruption. */
    interface Turn {
        void take(StoppableThread self) throws InterruptedException;
    }

    StoppableThread(String name, Turn turn) {
        thread = new Thread(() -> loop(turn), name);
        thread.setDaemon(true);
    }

    void start() {
        thread.start();
    }

    private void loop(Turn turn) {
        try {
            while (!stopping()) {
                turn.take(this);
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    boolean stopping() {
        return stop.getCount() == 0;
    }

    /** Returns early if the thread is told to stop. */
    void pause(Duration length) throws InterruptedException {
        stop.await(length.toMillis(), TimeUnit.MILLISECONDS);
    }

    void stop() {
        stop.countDown();
        try {
            thread.join(SHUTDOWN.toMillis());
            thread.interrupt();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
