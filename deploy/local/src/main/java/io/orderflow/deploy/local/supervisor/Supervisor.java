package io.orderflow.deploy.local.supervisor;

import io.orderflow.deploy.local.process.Leash;
import io.orderflow.deploy.local.services.StackPlan;
import io.orderflow.deploy.local.services.Trees;
import io.orderflow.deploy.local.state.Credentials;
import io.orderflow.deploy.local.state.Layout;
import io.orderflow.deploy.local.state.StackLock;
import io.orderflow.deploy.local.state.StackState.Phase;
import io.orderflow.deploy.local.state.StackState.StepStatus;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/** Brings the stack up, holds it up and takes it down. One per home directory, which its lock makes sure of. */
public final class Supervisor {

    private static final String PREPARE = "prepare";
    private static final int REFRESH_MILLIS = 250;

    private final Layout layout;
    private final SupervisorOptions options;
    private final Journal journal;
    private final StackBoard board;
    private final Map<String, Keeper> keepers = new ConcurrentHashMap<>();

    public Supervisor(Layout layout, SupervisorOptions options, Clock clock) {
        this.layout = layout;
        this.options = options;
        this.journal = new Journal(System.out, clock);
        this.board = new StackBoard(layout, clock, options.tiedTo());
    }

    /**
     * Starts everything and returns when it is ready; false if it failed. From the first moment on, the end of this JVM
     * (a signal, {@code System.exit}) stops whatever has been started.
     */
    public boolean start(StackLock lock) {
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(lock), "stop"));
        try {
            bringUp();
            board.phase(Phase.READY, "");
            journal.say("the stack is ready");
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } catch (IOException | StartFailed | RuntimeException e) {
            if (board.phase() != Phase.STOPPING) {
                journal.say("the start failed: " + e);
                board.phase(Phase.FAILED, String.valueOf(e.getMessage()));
            }
            return false;
        }
    }

    private void bringUp() throws IOException, StartFailed, InterruptedException {
        List<String> steps = new ArrayList<>(List.of(PREPARE));
        steps.addAll(options.services());
        board.expect(steps);

        board.step(PREPARE, StepStatus.RUNNING, "processes of an earlier start, ports, credentials");
        int leftovers = new Leftovers(layout, journal::say).remove();
        if (options.fresh()) {
            Trees.delete(layout.data());
            Files.deleteIfExists(layout.credentialsFile());
            layout.create();
        }
        Path leashScript = Leash.install(layout.run());
        StackPlan plan = StackPlan.make(
                layout, Credentials.loadOrCreate(layout.credentialsFile()), options.purpose(), options.services());
        plan.notes().forEach(journal::say);
        board.planned(plan);
        board.step(PREPARE, StepStatus.DONE, leftovers == 0 ? "" : "stopped %d left processes".formatted(leftovers));

        plan.services().forEach(service -> {
            rotate(service.log());
            keepers.put(service.name(), new Keeper(service, leashScript, board, journal));
        });
        ExecutorService threads = Executors.newCachedThreadPool(Supervisor::daemon);
        try {
            StartOrder order = new StartOrder(plan.services(), keepers, board);
            awaitAll(order.tasks(), threads);
        } finally {
            threads.shutdownNow();
        }
    }

    /** The first failure wins; the others are interrupted by the caller. */
    private void awaitAll(Collection<Callable<String>> tasks, ExecutorService threads)
            throws IOException, StartFailed, InterruptedException {
        ExecutorCompletionService<String> running = new ExecutorCompletionService<>(threads);
        tasks.forEach(running::submit);
        for (int open = tasks.size(); open > 0; ) {
            Future<String> done = running.poll(REFRESH_MILLIS, TimeUnit.MILLISECONDS);
            if (done == null) {
                board.refresh();
                continue;
            }
            open--;
            rethrow(done);
        }
    }

    private static void rethrow(Future<String> done) throws IOException, StartFailed, InterruptedException {
        try {
            done.get();
        } catch (ExecutionException e) {
            Throwable cause = e.getCause();
            if (cause instanceof IOException io) {
                throw io;
            }
            if (cause instanceof StartFailed failed) {
                throw failed;
            }
            throw new IllegalStateException(cause == null ? e.toString() : String.valueOf(cause.getMessage()), cause);
        }
    }

    private void stop(StackLock lock) {
        boolean failed = board.phase() == Phase.FAILED;
        if (!failed) {
            journal.say("stopping");
            board.phase(Phase.STOPPING, "stopping");
        }
        stop(false);
        stop(true);
        journal.say("stopped");
        if (!failed) {
            board.forget();
        }
        lock.close();
    }

    /** Our services first: they have things to write until their end. */
    private void stop(boolean infrastructure) {
        List<Keeper> some = keepers.entrySet().stream()
                .filter(keeper -> StackPlan.INFRASTRUCTURE.contains(keeper.getKey()) == infrastructure)
                .map(Map.Entry::getValue)
                .toList();
        some.forEach(Keeper::beginStop);
        some.forEach(Keeper::awaitStop);
    }

    /** The log of the run before stays readable as {@code .1}. */
    private void rotate(Path log) {
        try {
            if (Files.exists(log)) {
                Files.move(log, log.resolveSibling(log.getFileName() + ".1"), StandardCopyOption.REPLACE_EXISTING);
            }
        } catch (IOException e) {
            journal.say("cannot rotate %s: %s".formatted(log, e.getMessage()));
        }
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "start");
        thread.setDaemon(true);
        return thread;
    }
}
