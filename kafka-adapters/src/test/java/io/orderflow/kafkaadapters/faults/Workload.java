package io.orderflow.kafkaadapters.faults;

import io.orderflow.kafkaadapters.TestEvents;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

/** Business transactions in bursts, several at a time, each with events of several keys. */
final class Workload implements AutoCloseable {

    private static final int WRITERS = 3;

    private final FaultNode node;
    private final ScheduledExecutorService writers = Executors.newScheduledThreadPool(WRITERS);
    private final List<ScheduledFuture<?>> transactions = new ArrayList<>();
    private final Set<UUID> committed = ConcurrentHashMap.newKeySet();

    Workload(FaultNode node) {
        this.node = node;
    }

    /** Spreads {@code keys * eventsPerKey} events over the bursts; every key gets the same number. */
    void begin(Random random, int keys, int eventsPerKey, int eventsPerTransaction, Bursts bursts) {
        List<String> orders = new ArrayList<>(
                IntStream.range(0, keys).mapToObj(i -> TestEvents.newOrderId()).toList());
        List<List<String>> plan = new ArrayList<>();
        for (int round = 0; round < eventsPerKey; round++) {
            Collections.shuffle(orders, random);
            for (int from = 0; from < keys; from += eventsPerTransaction) {
                plan.add(List.copyOf(orders.subList(from, Math.min(keys, from + eventsPerTransaction))));
            }
        }
        for (int i = 0; i < plan.size(); i++) {
            List<String> some = plan.get(i);
            transactions.add(writers.schedule(
                    () -> append(some),
                    bursts.start(i * bursts.many() / plan.size()).toMillis(),
                    TimeUnit.MILLISECONDS));
        }
    }

    /** Returns the ids of all events, which are committed by then. */
    Set<UUID> awaitEnd() {
        Chaos.await(transactions);
        return Set.copyOf(committed);
    }

    private void append(List<String> orders) {
        List<UUID> ids = new ArrayList<>();
        node.transaction()
                .executeWithoutResult(transaction -> orders.forEach(
                        order -> ids.add(node.outbox().append(TestEvents.lineReleased(order, 1, null)))));
        committed.addAll(ids);
    }

    @Override
    public void close() {
        writers.shutdownNow();
    }
}
