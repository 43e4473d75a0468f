package io.orderflow.orchestration;

import static java.util.concurrent.TimeUnit.SECONDS;

import io.orderflow.bpmn.OrderFulfillmentProcess.Groups;
import io.orderflow.testing.support.postgres.TestDatabase;
import io.orderflow.testing.support.postgres.TestPostgres;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntConsumer;
import org.camunda.bpm.engine.ProcessEngine;
import org.jspecify.annotations.Nullable;

/**
 * An installation in the middle of its life, once for all tests: a node with the first model has run on its database, is
 * gone, and left orders behind; two nodes of today have then started at the same moment.
 */
final class TwoNodes {

    private static @Nullable TwoNodes started;

    final OlderOrders olderOrders;
    final OrchestrationNode left;
    final OrchestrationNode right;

    private TwoNodes(OlderOrders olderOrders, OrchestrationNode left, OrchestrationNode right) {
        this.olderOrders = olderOrders;
        this.left = left;
        this.right = right;
    }

    static synchronized TwoNodes running() throws Exception {
        if (started == null) {
            started = start();
        }
        return started;
    }

    /** Both begin each of the steps at the same moment. */
    static void race(int steps, IntConsumer one, IntConsumer other) throws Exception {
        CyclicBarrier bothReady = new CyclicBarrier(2);
        together(() -> run(steps, one, bothReady), () -> run(steps, other, bothReady));
    }

    /** Transactions of both nodes that were lost to the other, since the start. */
    int lostRaces() {
        return left.lostRaces.get() + right.lostRaces.get();
    }

    private static Void run(int steps, IntConsumer work, CyclicBarrier bothReady) throws Exception {
        try {
            for (int step = 0; step < steps; step++) {
                bothReady.await(60, SECONDS);
                work.accept(step);
            }
        } catch (RuntimeException | Error e) {
            // The other must not wait for a step that never comes.
            bothReady.reset();
            throw e;
        }
        return null;
    }

    private static <T> List<T> together(Callable<T> one, Callable<T> other) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try {
            Future<T> first = threads.submit(one);
            Future<T> second = threads.submit(other);
            return Arrays.asList(first.get(), second.get());
        } finally {
            threads.shutdownNow();
        }
    }

    private static TwoNodes start() throws Exception {
        TestDatabase database = TestPostgres.newDatabase();
        OlderOrders orders;
        try (OrchestrationNode older = OrchestrationNode.start(
                database, "older", "--camunda.bpm.deployment-resource-pattern=classpath*:older/**/*.bpmn")) {
            orders = OlderOrders.leftBehindBy(older);
            forgetOperations(older.engine);
        }
        List<OrchestrationNode> nodes = together(
                () -> OrchestrationNode.start(database, "left"), () -> OrchestrationNode.start(database, "right"));
        return new TwoNodes(orders, nodes.get(0), nodes.get(1));
    }

    /** The release that had the first model knew nothing of the group. */
    private static void forgetOperations(ProcessEngine engine) {
        engine.getFilterService().createFilterQuery().list().forEach(filter -> engine.getFilterService()
                .deleteFilter(filter.getId()));
        engine.getAuthorizationService()
                .createAuthorizationQuery()
                .groupIdIn(Groups.ORDER_OPERATIONS)
                .list()
                .forEach(grant -> engine.getAuthorizationService().deleteAuthorization(grant.getId()));
        engine.getIdentityService().deleteTenant(Event.TENANT);
        engine.getIdentityService().deleteGroup(Groups.ORDER_OPERATIONS);
    }
}
