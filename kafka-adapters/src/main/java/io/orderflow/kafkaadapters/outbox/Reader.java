package io.orderflow.kafkaadapters.outbox;

import io.orderflow.kafkaadapters.outbox.ReadPlan.Reading;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/**
 * Reads batches; while there is a backlog, the next one is read on a thread of its own while the former is being sent. Used by
 * the relay's thread only.
 */
final class Reader implements AutoCloseable {

    private final OutboxStore store;
    private final ExecutorService worker;
    private @Nullable Ahead ahead;

    /** A batch and what was asked for. */
    record Batch(Reading reading, List<OutboxRow> rows) {}

    private record Ahead(Set<String> paused, CompletableFuture<Batch> batch) {}

    Reader(OutboxStore store) {
        this.store = store;
        this.worker = Executors.newSingleThreadExecutor(work -> {
            Thread thread = new Thread(work, "outbox-read");
            thread.setDaemon(true);
            return thread;
        });
    }

    /** The batch that was read ahead, if it was read with the same topics left out; otherwise reads one. */
    Batch next(ReadPlan plan, Set<Integer> owned, Set<String> paused) {
        Ahead read = ahead;
        ahead = null;
        if (read != null && read.paused().equals(paused)) {
            try {
                return read.batch().join();
            } catch (CompletionException e) {
                if (e.getCause() instanceof RuntimeException cause) {
                    throw cause;
                }
                throw e;
            }
        }
        Reading reading = plan.next(owned);
        return new Batch(reading, store.next(reading, paused));
    }

    /** Begins with the next batch. */
    void readAhead(ReadPlan plan, Set<Integer> owned, Set<String> paused) {
        Reading reading = plan.next(owned);
        ahead = new Ahead(
                paused, CompletableFuture.supplyAsync(() -> new Batch(reading, store.next(reading, paused)), worker));
    }

    /** What was read ahead does not count any more. */
    void forget() {
        ahead = null;
    }

    @Override
    public void close() {
        worker.shutdown();
    }
}
