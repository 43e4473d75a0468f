package io.orderflow.deploy.local;

import io.orderflow.deploy.local.process.Processes;
import io.orderflow.deploy.local.services.Purpose;
import io.orderflow.deploy.local.services.StackPlan;
import io.orderflow.deploy.local.state.Layout;
import io.orderflow.deploy.local.state.StackLock;
import io.orderflow.deploy.local.supervisor.Supervisor;
import io.orderflow.deploy.local.supervisor.SupervisorOptions;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The process that holds the stack; {@code up} starts it in the background. */
@Command(
        name = "supervise",
        mixinStandardHelpOptions = true,
        description = "Runs the stack in the foreground until it is interrupted. `up` does this in the background.")
final class SuperviseCommand implements Callable<Integer> {

    private static final int LOCK_TRIES = 20;
    private static final int LOCK_PAUSE_MILLIS = 100;

    @Option(names = "--fresh", description = "Start with empty data.")
    private boolean fresh;

    @Option(names = "--tied-to", paramLabel = "PID", description = "Stop when this process has ended.")
    private @Nullable Long tiedTo;

    @Option(
            names = "--for-load",
            description =
                    "Slower to start and faster afterwards: the whole compiler, more memory, deadlines as in earnest.")
    private boolean forLoad;

    @Option(names = "--only", hidden = true, split = ",", description = "Start only these members of the stack.")
    private List<String> only = StackPlan.ALL;

    @Override
    public Integer call() throws InterruptedException {
        // Clients of Kafka complain about each connection that is refused while the broker starts.
        System.setProperty("org.slf4j.simpleLogger.defaultLogLevel", "error");
        Layout layout = Layout.from(System.getenv());
        layout.create();
        Optional<StackLock> lock = acquire(layout);
        if (lock.isEmpty()) {
            System.err.println("The stack is already up. Next: ./orderflow status");
            return 1;
        }
        Optional<ProcessHandle> owner = Optional.ofNullable(tiedTo).flatMap(ProcessHandle::of);
        if (tiedTo != null && owner.isEmpty()) {
            System.err.println("The process that the stack was to be tied to has ended.");
            return 1;
        }
        owner.ifPresent(SuperviseCommand::endWith);
        if (!new Supervisor(
                        layout,
                        new SupervisorOptions(fresh, tiedTo, forLoad ? Purpose.LOAD : Purpose.SHOW, only),
                        Clock.systemUTC())
                .start(lock.get())) {
            return 1;
        }
        new CountDownLatch(1).await();
        return 0;
    }

    private static void endWith(ProcessHandle owner) {
        Thread watcher = new Thread(
                () -> {
                    try {
                        while (!Processes.awaitEnd(owner, Duration.ofHours(1))) {
                            // Still there; nothing to do for another hour.
                        }
                        System.exit(0);
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                },
                "tied-to-" + owner.pid());
        watcher.setDaemon(true);
        watcher.start();
    }

    /** Others take the lock for a moment to see whether it is free. */
    private static Optional<StackLock> acquire(Layout layout) throws InterruptedException {
        Optional<StackLock> lock = StackLock.tryAcquire(layout.lockFile());
        for (int i = 0; i < LOCK_TRIES && lock.isEmpty(); i++) {
            Thread.sleep(LOCK_PAUSE_MILLIS);
            lock = StackLock.tryAcquire(layout.lockFile());
        }
        return lock;
    }
}
