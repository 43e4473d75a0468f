package io.orderflow.orderservice.projection.replay;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;

/** The workers of one run, each on a thread of its own. Used by one thread. */
final class ReplayWorkers implements AutoCloseable {

    private static final long FIGURES_EVERY_MILLIS = 500;

    private final List<ReplayWorker> workers;
    private final ExecutorService threads;

    ReplayWorkers(List<ReplayWorker> workers) {
        this.workers = workers;
        AtomicInteger number = new AtomicInteger();
        this.threads = Executors.newFixedThreadPool(
                workers.size(), work -> new Thread(work, "projection-replay-" + number.incrementAndGet()));
    }

    List<ReplayWorker> each() {
        return workers;
    }

    /** Brings all of them up to these positions; calls {@code meanwhile} now and then. */
    void advance(Map<Integer, Long> until, BooleanSupplier isStopped, Runnable meanwhile) {
        List<? extends Future<?>> parts = workers.stream()
                .map(worker -> threads.submit(() -> worker.advance(until, isStopped)))
                .toList();
        parts.forEach(part -> await(part, meanwhile));
    }

    private static void await(Future<?> part, Runnable meanwhile) {
        while (true) {
            try {
                part.get(FIGURES_EVERY_MILLIS, TimeUnit.MILLISECONDS);
                return;
            } catch (TimeoutException notYet) {
                meanwhile.run();
            } catch (ExecutionException e) {
                throw e.getCause() instanceof RuntimeException failure ? failure : new IllegalStateException(e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("Interrupted", e);
            }
        }
    }

    /** Waits for what they are doing, because a reader belongs to its thread until then. */
    @Override
    public void close() {
        threads.shutdown();
        try {
            if (!threads.awaitTermination(1, TimeUnit.MINUTES)) {
                threads.shutdownNow();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        workers.forEach(ReplayWorker::close);
    }
}
