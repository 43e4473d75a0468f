package io.orderflow.deploy.local.supervisor;

import io.orderflow.deploy.local.services.StackPlan;
import io.orderflow.deploy.local.services.StackService;
import io.orderflow.deploy.local.state.StackState.StepStatus;
import java.io.IOException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;

/** All start at once and prepare in parallel; our own services then wait until PostgreSQL and Kafka serve. */
final class StartOrder {

    private final List<StackService> services;
    private final Map<String, Keeper> keepers;
    private final StackBoard board;
    private final CountDownLatch infrastructure;

    StartOrder(List<StackService> services, Map<String, Keeper> keepers, StackBoard board) {
        this.services = services;
        this.keepers = keepers;
        this.board = board;
        this.infrastructure = new CountDownLatch(
                (int) services.stream().filter(StartOrder::isInfrastructure).count());
    }

    /** One task per service; each returns the service's name when it is ready. */
    Collection<Callable<String>> tasks() {
        return services.stream().map(this::task).toList();
    }

    private static boolean isInfrastructure(StackService service) {
        return StackPlan.INFRASTRUCTURE.contains(service.name());
    }

    private Callable<String> task(StackService service) {
        return () -> {
            bringUp(service);
            return service.name();
        };
    }

    private void bringUp(StackService service) throws IOException, StartFailed, InterruptedException {
        board.step(service.name(), StepStatus.RUNNING, "unpacking");
        try {
            service.prepare();
            if (!isInfrastructure(service)) {
                board.step(service.name(), StepStatus.RUNNING, "PostgreSQL and Kafka");
                infrastructure.await();
            }
            board.step(service.name(), StepStatus.RUNNING, service.waitsFor());
            Keeper keeper = keepers.get(service.name());
            if (keeper != null) {
                keeper.start();
            }
            board.step(service.name(), StepStatus.DONE, "port " + service.port());
        } catch (Throwable e) {
            board.step(service.name(), StepStatus.FAILED, String.valueOf(e.getMessage()));
            throw e;
        }
        if (isInfrastructure(service)) {
            infrastructure.countDown();
        }
    }
}
