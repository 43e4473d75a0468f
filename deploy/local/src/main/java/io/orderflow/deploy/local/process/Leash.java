package io.orderflow.deploy.local.process;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * A child process that cannot outlive us: between us and it stands {@code leash.sh}, which stops it as soon as the pipe
 * that we hold is closed. To stop the child on purpose is the same act, so the way out after a crash is the one that is
 * walked every day.
 */
public final class Leash {

    /** Anything else, a SERVER_PORT or JAVA_TOOL_OPTIONS that happens to be set, is not meant for the services. */
    private static final Set<String> PASSED_ON = Set.of("PATH", "HOME", "USER", "LOGNAME", "TMPDIR", "JAVA_HOME");

    private static final Duration AFTER_KILL = Duration.ofSeconds(5);

    private final Process script;
    private final ProcessHandle child;
    private final ProcessIdentity identity;
    private final Duration grace;

    private Leash(Process script, ProcessHandle child, Duration grace) {
        this.script = script;
        this.child = child;
        this.identity = ProcessIdentity.of(child);
        this.grace = grace;
    }

    /** Writes the script to {@code directory} and returns its path. Replaces a file that older leashes may be reading. */
    public static Path install(Path directory) throws IOException {
        Path script = directory.resolve("leash.sh");
        Path next = directory.resolve("leash.sh.next");
        try (InputStream source = Leash.class.getResourceAsStream("leash.sh")) {
            if (source == null) {
                throw new IOException("leash.sh is missing from the jar");
            }
            Files.copy(source, next, StandardCopyOption.REPLACE_EXISTING);
        }
        Files.move(next, script, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        return script;
    }

    /** Starts the command; returns once it has a pid. */
    public static Leash start(Path script, LeashedCommand command) throws IOException {
        List<String> line = new ArrayList<>(List.of(
                "bash",
                script.toString(),
                command.stopSignal().name(),
                Long.toString(command.grace().toSeconds()),
                command.log().toString()));
        line.addAll(command.line());
        ProcessBuilder builder = new ProcessBuilder(line)
                .directory(command.directory().toFile())
                .redirectError(ProcessBuilder.Redirect.DISCARD);
        environment(builder.environment(), command.environment());
        Process process = builder.start();
        try (BufferedReader output = process.inputReader(StandardCharsets.UTF_8)) {
            String pid = output.readLine();
            if (pid == null) {
                throw new IOException("could not start " + command.line().get(0));
            }
            // A child that has ended already is gone from the process table; its leash tells with what exit code.
            ProcessHandle child = ProcessHandle.of(Long.parseLong(pid)).orElseGet(process::toHandle);
            return new Leash(process, child, command.grace());
        }
    }

    public ProcessIdentity identity() {
        return identity;
    }

    public boolean isAlive() {
        return script.isAlive();
    }

    /** The exit code, once the child has ended; 128 + n if signal n ended it. */
    public CompletableFuture<Integer> onExit() {
        return script.onExit().thenApply(Process::exitValue);
    }

    /** Begins to stop the child; does not wait. */
    public void letGo() {
        try (OutputStream pipe = script.getOutputStream()) {
            pipe.flush();
        } catch (IOException alreadyGone) {
            // Nobody reads any more: there is nothing left to stop.
        }
    }

    /** Stops the child and waits until it is gone. */
    public void stop() throws InterruptedException {
        letGo();
        Duration limit = grace.plus(AFTER_KILL);
        script.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS);
        // The script itself may have been killed; its watcher then still stops the child.
        if (!Processes.awaitEnd(child, limit)) {
            child.destroyForcibly();
        }
        script.destroyForcibly();
    }

    private static void environment(Map<String, String> target, Map<String, String> own) {
        target.keySet().retainAll(PASSED_ON);
        target.put("LC_ALL", "C");
        target.putAll(own);
    }
}
