package io.orderflow.deploy.local.supervisor;

import io.orderflow.deploy.local.process.Leash;
import io.orderflow.deploy.local.services.StackService;
import io.orderflow.deploy.local.state.StackState.ServiceStatus;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Keeps one service running: starts it, waits until it serves, starts it again when it dies. */
final class Keeper {

    private static final Duration START_LIMIT = Duration.ofMinutes(3);
    private static final Duration ASK_EVERY = Duration.ofMillis(150);

    private final StackService service;
    private final Path leashScript;
    private final StackBoard board;
    private final Journal journal;
    private final CountDownLatch stopped = new CountDownLatch(1);
    private @Nullable Leash leash;

    Keeper(StackService service, Path leashScript, StackBoard board, Journal journal) {
        this.service = service;
        this.leashScript = leashScript;
        this.board = board;
        this.journal = journal;
    }

    /** The first start. Returns when the service is ready and furnished, and from then on guards it. */
    void start() throws IOException, StartFailed, InterruptedException {
        Leash first = launch();
        if (first == null) {
            return;
        }
        awaitReady(first);
        service.furnish();
        Thread guard = new Thread(() -> guard(first), "guard-" + service.name());
        guard.setDaemon(true);
        guard.start();
    }

    /** Begins to stop the service for good; does not wait. */
    void beginStop() {
        stopped.countDown();
        Leash current = current();
        if (current != null) {
            current.letGo();
        }
    }

    /** Waits until the service is gone. */
    void awaitStop() {
        Leash current = current();
        try {
            if (current != null) {
                current.stop();
                ended(current);
            }
            board.service(service, null, ServiceStatus.STOPPED);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized @Nullable Leash current() {
        return leash;
    }

    /** Null once the service is to stay down: {@link #stop} sees either no process or this one. */
    private synchronized @Nullable Leash launch() throws IOException {
        if (stopped.getCount() == 0) {
            return null;
        }
        Leash next = Leash.start(leashScript, service.command());
        leash = next;
        board.service(service, next.identity(), ServiceStatus.STARTING);
        return next;
    }

    private void awaitReady(Leash current) throws StartFailed, InterruptedException {
        long limit = System.nanoTime() + START_LIMIT.toNanos();
        while (!service.isReady()) {
            if (!current.isAlive()) {
                throw new StartFailed(
                        service,
                        "ended with exit code %d".formatted(current.onExit().join()));
            }
            if (System.nanoTime() > limit) {
                throw new StartFailed(service, "was not ready within %d s".formatted(START_LIMIT.toSeconds()));
            }
            if (stopped.await(ASK_EVERY.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new StartFailed(service, "was stopped while it started");
            }
        }
        board.service(service, current.identity(), ServiceStatus.READY);
    }

    private void guard(Leash first) {
        Backoff backoff = new Backoff();
        Leash current = first;
        long since = System.nanoTime();
        try {
            while (current != null) {
                int code = current.onExit().join();
                if (stopped.getCount() == 0) {
                    return;
                }
                current.stop();
                ended(current);
                Duration pause = backoff.after(Duration.ofNanos(System.nanoTime() - since));
                journal.say("%s ended with exit code %d; starting it again in %d s"
                        .formatted(service.name(), code, pause.toSeconds()));
                board.service(service, null, ServiceStatus.RESTARTING);
                if (stopped.await(pause.toMillis(), TimeUnit.MILLISECONDS)) {
                    return;
                }
                since = System.nanoTime();
                current = restart();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException e) {
            journal.say("cannot start %s again: %s".formatted(service.name(), e.getMessage()));
        }
    }

    private void ended(Leash leash) {
        try {
            service.ended(leash.onExit().join());
        } catch (IOException e) {
            journal.say("cannot clean up after %s: %s".formatted(service.name(), e.getMessage()));
        }
    }

    private @Nullable Leash restart() throws IOException, InterruptedException {
        Leash next = launch();
        if (next != null) {
            try {
                awaitReady(next);
                journal.say(service.name() + " is ready again");
            } catch (StartFailed stillDown) {
                journal.say(String.valueOf(stillDown.getMessage()));
                next.letGo();
            }
        }
        return next;
    }
}
