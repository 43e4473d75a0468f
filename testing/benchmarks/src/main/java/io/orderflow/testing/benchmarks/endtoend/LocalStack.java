package io.orderflow.testing.benchmarks.endtoend;

import io.orderflow.testing.benchmarks.report.Progress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** The packaged services with servers of their own, as the local stack starts them for load; they end with this JVM. */
final class LocalStack implements AutoCloseable {

    private static final Duration LONGEST_START = Duration.ofMinutes(5);
    private static final Duration LONGEST_STOP = Duration.ofMinutes(2);
    private static final long BETWEEN_LOOKS_NANOS = 500_000_000L;

    private final Process supervisor;
    private final Path home;

    private LocalStack(Process supervisor, Path home) {
        this.supervisor = supervisor;
        this.home = home;
    }

    /** Returns once all of it is ready. What the home held before is deleted. */
    static LocalStack start(Path root, Path home, Progress progress) throws IOException {
        Path jar = jar(root);
        Files.createDirectories(home);
        Files.deleteIfExists(StackFile.in(home));
        Path log = home.resolve("supervisor.log");
        progress.step("starting PostgreSQL, Kafka and the services; logs in %s", home.resolve("logs"));
        ProcessBuilder builder = new ProcessBuilder(
                        java(),
                        "-Xmx64m",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-jar",
                        jar.toString(),
                        "supervise",
                        "--fresh",
                        "--for-load",
                        "--tied-to=" + ProcessHandle.current().pid())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        builder.environment().put("ORDERFLOW_ROOT", root.toString());
        builder.environment().put("ORDERFLOW_HOME", home.toString());
        LocalStack stack = new LocalStack(builder.start(), home);
        try {
            stack.awaitReady(log);
            return stack;
        } catch (RuntimeException e) {
            stack.close();
            throw e;
        }
    }

    Path home() {
        return home;
    }

    private void awaitReady(Path log) throws IOException {
        long deadline = System.nanoTime() + LONGEST_START.toNanos();
        while (!isReady()) {
            if (!supervisor.isAlive() || System.nanoTime() > deadline) {
                throw new IllegalStateException("the stack did not start:\n" + Files.readString(log));
            }
            LockSupport.parkNanos(BETWEEN_LOOKS_NANOS);
        }
    }

    private boolean isReady() {
        return StackFile.isReady(home);
    }

    private static Path jar(Path root) throws IOException {
        try (var jars = Files.newDirectoryStream(root.resolve("deploy/local/target"), "deploy-local-*.jar")) {
            for (Path jar : jars) {
                return jar;
            }
        }
        throw new IOException("the local stack is not built; run:  ./mvnw -DskipTests package");
    }

    private static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    @Override
    public void close() {
        supervisor.destroy();
        try {
            if (!supervisor.waitFor(LONGEST_STOP.toSeconds(), TimeUnit.SECONDS)) {
                supervisor.destroyForcibly();
            }
        } catch (InterruptedException e) {
            supervisor.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
