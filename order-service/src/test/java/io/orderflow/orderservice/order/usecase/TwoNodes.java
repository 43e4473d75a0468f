package io.orderflow.orderservice.order.usecase;

import io.orderflow.orderservice.OrderServiceNode;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntConsumer;

/** Two nodes of the service on one database, and threads that let them want things at the same time. */
final class TwoNodes implements AutoCloseable {

    /** Contests that are under way at once, so that thousands of them do not wait for one another's round trips. */
    private static final int LANES = 6;

    private final OrderServiceNode first = OrderServiceNode.shared();
    private final OrderServiceNode second = OrderServiceNode.beside();
    private final ExecutorService threads = Executors.newCachedThreadPool();

    OrderServiceNode first() {
        return first;
    }

    OrderServiceNode second() {
        return second;
    }

    /** Lets all sides of each contest begin at the same moment; returns when every contest is over. */
    void race(int contests, IntConsumer... sides) throws Exception {
        List<Future<?>> running = new ArrayList<>();
        for (int lane = 0; lane < LANES; lane++) {
            CyclicBarrier start = new CyclicBarrier(sides.length);
            for (IntConsumer side : sides) {
                int begin = lane;
                running.add(threads.submit(() -> {
                    try {
                        for (int contest = begin; contest < contests; contest += LANES) {
                            start.await();
                            side.accept(contest);
                        }
                    } catch (RuntimeException | Error e) {
                        // Who waits for this side would wait for ever.
                        start.reset();
                        throw e;
                    }
                    return null;
                }));
            }
        }
        ExecutionException failure = null;
        for (Future<?> side : running) {
            try {
                side.get();
            } catch (ExecutionException e) {
                failure = failure == null || failure.getCause() instanceof BrokenBarrierException ? e : failure;
            }
        }
        if (failure != null) {
            throw failure;
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
        second.stop();
    }
}
