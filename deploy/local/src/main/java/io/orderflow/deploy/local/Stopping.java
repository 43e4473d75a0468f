package io.orderflow.deploy.local;

import io.orderflow.deploy.local.process.Processes;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

/** Asks a supervisor to end and waits until it and all it started are gone. */
final class Stopping {

    private static final Duration LIMIT = Duration.ofSeconds(90);
    private static final int FIND_TRIES = 50;
    private static final int FIND_PAUSE_MILLIS = 100;

    private final Running running;
    private final PrintWriter out;

    Stopping(Running running, PrintWriter out) {
        this.running = running;
        this.out = out;
    }

    /** False if there was nobody to ask. */
    boolean stop() throws InterruptedException {
        Optional<ProcessHandle> supervisor = find();
        if (supervisor.isEmpty()) {
            return false;
        }
        out.println("Stopping the stack ...");
        out.flush();
        long since = System.nanoTime();
        ProcessHandle process = supervisor.get();
        process.destroy();
        if (!Processes.awaitEnd(process, LIMIT)) {
            out.println("It does not stop; killing it. Its services stop by themselves.");
            process.destroyForcibly();
            Processes.awaitEnd(process, LIMIT);
        }
        out.printf(Locale.ROOT, "Stopped in %.1f s.%n", (System.nanoTime() - since) / 1e9);
        out.flush();
        return true;
    }

    /** A supervisor that has just begun holds the lock already, but has not told its pid yet. */
    private Optional<ProcessHandle> find() throws InterruptedException {
        Optional<ProcessHandle> supervisor = running.supervisor();
        for (int i = 0; i < FIND_TRIES && supervisor.isEmpty() && running.isUp(); i++) {
            Thread.sleep(FIND_PAUSE_MILLIS);
            supervisor = running.supervisor();
        }
        return supervisor;
    }
}
