package io.orderflow.orderservice.projection.replay;

import io.orderflow.kafkaadapters.inbox.InboxEvent;
import io.orderflow.kafkaadapters.replay.Portion;
import io.orderflow.kafkaadapters.replay.ReplayReader;
import io.orderflow.orderservice.projection.Fold;
import io.orderflow.orderservice.projection.OrderFact;
import io.orderflow.orderservice.projection.ProjectedOrder;
import io.orderflow.orderservice.projection.SummaryKey;
import io.orderflow.orderservice.projection.messaging.OrderFacts;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Folds some partitions of the topic into a generation's table: in memory, and every so often into the database, rows and
 * positions in one transaction. One thread at a time works with it; its figures may be read by any.
 */
final class ReplayWorker implements AutoCloseable {

    private static final Duration POLL = Duration.ofMillis(200);
    private static final int STORE_AFTER_RECORDS = 10_000;
    private static final long STORE_AFTER_NANOS = 2_000_000_000L;

    private final int generation;
    private final ReplayReader reader;
    private final Generations generations;
    private final OrderFacts facts;
    private final RowCache rows = new RowCache();
    private final EarlyFacts early = new EarlyFacts();
    private final Map<Integer, Long> next;
    private volatile long records;
    private volatile long skipped;
    private volatile int waiting;
    private int unstored;
    private long storedAt = System.nanoTime();

    /** @param from where the reader stands, by partition */
    ReplayWorker(
            int generation, ReplayReader reader, Map<Integer, Long> from, Generations generations, OrderFacts facts) {
        this.generation = generation;
        this.reader = reader;
        this.generations = generations;
        this.facts = facts;
        this.next = new HashMap<>(from);
    }

    long records() {
        return records;
    }

    long skipped() {
        return skipped;
    }

    int early() {
        return waiting;
    }

    /**
     * Reads up to the given positions and stores what that makes.
     *
     * @throws CancellationException if it is told to stop; what was read until then is stored
     */
    void advance(Map<Integer, Long> until, BooleanSupplier isStopped) {
        while (!isThere(until)) {
            if (isStopped.getAsBoolean()) {
                store();
                throw new CancellationException("stopped");
            }
            fold(reader.read(until, POLL));
            if (unstored >= STORE_AFTER_RECORDS || System.nanoTime() - storedAt > STORE_AFTER_NANOS) {
                store();
            }
        }
        store();
    }

    private boolean isThere(Map<Integer, Long> until) {
        return next.entrySet().stream()
                .allMatch(partition -> partition.getValue() >= until.getOrDefault(partition.getKey(), 0L));
    }

    private void fold(Portion portion) {
        Set<SummaryKey> orders = new HashSet<>();
        portion.events()
                .forEach(event -> orders.add(new SummaryKey(
                        event.envelope().tenantId(), event.envelope().aggregateId())));
        rows.fetch(orders, keys -> generations.load(generation, keys));
        portion.events().forEach(this::fold);
        next.putAll(portion.next());
        unstored += portion.records();
        records += portion.records();
        skipped += portion.skipped();
        waiting = early.size();
    }

    private void fold(InboxEvent event) {
        @Nullable OrderFact fact = facts.read(event);
        while (fact != null) {
            Fold fold = Fold.of(rows.get(fact.key()), fact);
            if (fold instanceof Fold.Early) {
                early.hold(fact, event.partition(), event.offset());
                return;
            }
            if (fold instanceof Fold.Stale) {
                return;
            }
            ProjectedOrder row = ((Fold.Applied) fold).order();
            rows.change(row);
            fact = early.take(row.key(), row.version() + 1);
        }
    }

    private void store() {
        Map<Integer, Long> positions = new HashMap<>();
        next.forEach((partition, offset) -> positions.put(partition, early.settled(partition, offset)));
        generations.store(generation, rows.changed(), positions);
        rows.allStored();
        unstored = 0;
        storedAt = System.nanoTime();
    }

    @Override
    public void close() {
        reader.close();
    }
}
