package io.orderflow.kafkaadapters.faults;

import io.orderflow.kafkaadapters.faults.FaultPlan.Fault;
import io.orderflow.testing.support.kafka.BrokerProcess;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;

/** Carries out a plan of faults. Every victim has a thread of its own, so that faults of different victims overlap. */
final class Chaos implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final BrokerProcess broker;
    private final List<LibraryProcess> nodes;
    private final BooleanSupplier underWay;
    private final ScheduledExecutorService brokerThread = Executors.newSingleThreadScheduledExecutor();
    private final List<ScheduledExecutorService> nodeThreads;
    private final List<ScheduledFuture<?>> strikes = new ArrayList<>();

    /** @param underWay whether a node has something to lose now; faults of nodes wait a moment for that */
    Chaos(BrokerProcess broker, List<LibraryProcess> nodes, BooleanSupplier underWay) {
        this.underWay = underWay;
        this.broker = broker;
        this.nodes = List.copyOf(nodes);
        this.nodeThreads = nodes.stream()
                .map(node -> Executors.newSingleThreadScheduledExecutor())
                .toList();
    }

    void begin(List<Fault> plan) {
        plan.forEach(fault -> {
            LibraryProcess node = nodes.get(fault.node());
            ScheduledExecutorService thread = nodeThreads.get(fault.node());
            switch (fault.kind()) {
                case NODE_KILLED ->
                    strike(
                            thread,
                            whenUnderWay(node::crashAndRestart),
                            fault.at().toMillis());
                case NODE_STOPPED_PAST_ITS_LEASE -> {
                    strike(thread, whenUnderWay(node::pause), fault.at().toMillis());
                    strike(
                            thread,
                            node::resume,
                            fault.at().plus(fault.lasting()).toMillis());
                }
                case BROKER_KILLED ->
                    strike(brokerThread, broker::crashAndRestart, fault.at().toMillis());
            }
        });
    }

    /** Waits for the last fault and throws what went wrong in carrying them out. */
    void awaitEnd() {
        await(strikes);
    }

    static void await(Collection<? extends ScheduledFuture<?>> tasks) {
        try {
            for (ScheduledFuture<?> task : tasks) {
                task.get(2, TimeUnit.MINUTES);
            }
        } catch (ExecutionException | TimeoutException e) {
            throw new IllegalStateException("a scheduled step failed", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private Runnable whenUnderWay(Runnable fault) {
        return () -> {
            long deadline = System.nanoTime() + PATIENCE.toNanos();
            while (!underWay.getAsBoolean() && System.nanoTime() < deadline) {
                Thread.onSpinWait();
            }
            fault.run();
        };
    }

    private void strike(ScheduledExecutorService thread, Runnable action, long atMillis) {
        strikes.add(thread.schedule(action, atMillis, TimeUnit.MILLISECONDS));
    }

    @Override
    public void close() {
        brokerThread.shutdownNow();
        nodeThreads.forEach(ScheduledExecutorService::shutdownNow);
    }
}
