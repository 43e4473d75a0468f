package io.orderflow.cli.show;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;

/** Does again and again what people do about orders in trouble, until it is closed. */
public final class Operator implements AutoCloseable {

    private static final Duration PAUSE = Duration.ofMillis(400);

    private final List<Duty> duties;
    private final Thread thread = new Thread(this::run, "operator");
    private final AtomicReference<RuntimeException> failure = new AtomicReference<>();

    public Operator(List<Duty> duties) {
        this.duties = duties;
    }

    /** Looks whether there is something to do, and does it. */
    @FunctionalInterface
    public interface Duty {
        void look() throws InterruptedException;
    }

    public void start() {
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() throws InterruptedException {
        thread.interrupt();
        thread.join();
        RuntimeException cause = failure.get();
        if (cause != null) {
            throw cause;
        }
    }

    private void run() {
        try {
            while (!thread.isInterrupted()) {
                for (Duty duty : duties) {
                    duty.look();
                }
                Thread.sleep(PAUSE.toMillis());
            }
        } catch (InterruptedException closed) {
            thread.interrupt();
        } catch (RuntimeException e) {
            failure.set(e);
        }
    }
}
