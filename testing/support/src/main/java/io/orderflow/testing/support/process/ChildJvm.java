package io.orderflow.testing.support.process;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A JVM, with our own class path or that of a jar, started as a process of its own so that it can be killed and stopped
 * for real. It is killed when this JVM ends, however that happens. Not thread safe.
 */
public final class ChildJvm implements AutoCloseable {

    private final Process leash;
    private final ProcessHandle child;
    private final Path log;

    private ChildJvm(Process leash, ProcessHandle child, Path log) {
        this.leash = leash;
        this.child = child;
        this.log = log;
    }

    /**
     * Starts a main class; returns once the process exists, long before it is ready for anything.
     *
     * @param options JVM options, e.g. {@code -Xmx256m}
     * @param log gets all output, appended
     */
    public static ChildJvm start(List<String> options, String mainClass, List<String> arguments, Path log) {
        List<String> command = new ArrayList<>(List.of("-cp", System.getProperty("java.class.path"), mainClass));
        command.addAll(arguments);
        return start(options, command, Map.of(), mainClass, log);
    }

    /**
     * Starts an executable jar, as somebody who runs it in production would; returns once the process exists.
     *
     * @param environment in addition to our own
     */
    public static ChildJvm startJar(
            List<String> options, Path jar, List<String> arguments, Map<String, String> environment, Path log) {
        List<String> command = new ArrayList<>(List.of("-jar", jar.toString()));
        command.addAll(arguments);
        return start(options, command, environment, jar.getFileName().toString(), log);
    }

    private static ChildJvm start(
            List<String> options, List<String> command, Map<String, String> environment, String name, Path log) {
        List<String> line = new ArrayList<>(List.of("bash", "-c", script(), "leash", log.toString()));
        line.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        line.addAll(options);
        line.addAll(command);
        try {
            ProcessBuilder builder =
                    new ProcessBuilder(line).redirectError(ProcessBuilder.Redirect.appendTo(log.toFile()));
            builder.environment().putAll(environment);
            Process leash = builder.start();
            try (BufferedReader output = leash.inputReader(StandardCharsets.UTF_8)) {
                String pid = output.readLine();
                if (pid == null) {
                    throw new IllegalStateException("no pid for " + name + "; see " + log);
                }
                ProcessHandle child = ProcessHandle.of(Long.parseLong(pid))
                        .orElseThrow(() -> new IllegalStateException(name + " ended at once; see " + log));
                return new ChildJvm(leash, child, log);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("could not start " + name, e);
        }
    }

    public long pid() {
        return child.pid();
    }

    public Path log() {
        return log;
    }

    /** Also true while the process is stopped. */
    public boolean isAlive() {
        return leash.isAlive();
    }

    /** The exit code of a process that has ended; 128 + n if signal n ended it. */
    public int exitCode() {
        return leash.exitValue();
    }

    /** Kills it without any chance to tidy up (SIGKILL) and waits until it is gone. */
    public void kill() {
        child.destroyForcibly();
        try {
            leash.waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for the end of " + pid(), e);
        }
    }

    /** Stops it where it is (SIGSTOP): connections stay open and nothing answers. */
    public void pause() {
        signal("STOP");
    }

    /** Lets a stopped process go on as if no time had passed (SIGCONT). */
    public void resume() {
        signal("CONT");
    }

    /** As {@link #kill()}. */
    @Override
    public void close() {
        kill();
    }

    private void signal(String name) {
        try {
            Process kill = new ProcessBuilder("bash", "-c", "kill -" + name + " " + pid()).start();
            if (kill.waitFor() != 0) {
                throw new IllegalStateException("no process " + pid() + " to send SIG" + name + " to; see " + log);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while sending SIG" + name + " to " + pid(), e);
        }
    }

    private static String script() {
        try (InputStream script = ChildJvm.class.getResourceAsStream("leash.sh")) {
            if (script == null) {
                throw new IllegalStateException("leash.sh is not on the class path");
            }
            return new String(script.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
