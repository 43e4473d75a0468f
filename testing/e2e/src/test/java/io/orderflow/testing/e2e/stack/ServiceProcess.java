package io.orderflow.testing.e2e.stack;

import static org.awaitility.Awaitility.await;

import io.orderflow.testing.e2e.client.JsonHttp;
import io.orderflow.testing.support.postgres.TestDatabase;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One packaged service as a process of its own, on a port and a database that it keeps over restarts. */
public final class ServiceProcess {

    private static final Duration START = Duration.ofSeconds(180);

    private final String module;
    private final int port = FreePort.next();
    private final TestDatabase database;
    private final Map<String, String> environment;
    private @Nullable Process process;

    ServiceProcess(String module, TestDatabase database, Map<String, String> environment) {
        this.module = module;
        this.database = database;
        this.environment = environment;
    }

    public String url() {
        return "http://127.0.0.1:" + port;
    }

    public TestDatabase database() {
        return database;
    }

    public boolean isAlive() {
        return process != null && process.isAlive();
    }

    /** Starts the service and returns at once. */
    public void start() {
        // Consumers of a killed process keep their partitions until their session ends: 45 s unless it is shortened.
        List<String> command = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx320m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-jar",
                ServiceJar.of(module).toString(),
                "--server.port=" + port,
                "--spring.kafka.consumer.properties[session.timeout.ms]=6000",
                "--spring.kafka.consumer.properties[heartbeat.interval.ms]=1500");
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.redirectOutput(Redirect.appendTo(logFile()));
        builder.environment().putAll(environment);
        builder.environment().put("SPRING_DATASOURCE_URL", database.url());
        builder.environment().put("SPRING_DATASOURCE_USERNAME", database.user());
        builder.environment().put("SPRING_DATASOURCE_PASSWORD", database.password());
        try {
            process = builder.start();
        } catch (IOException e) {
            throw new UncheckedIOException(module + " did not start", e);
        }
    }

    /** Waits until the service says that it is ready; fails at once if it ends instead. */
    public void awaitReady() {
        JsonHttp http = JsonHttp.anonymous(url());
        await(module + " to be ready, see " + logFile())
                .atMost(START)
                .pollInterval(Duration.ofMillis(250))
                .ignoreExceptionsMatching(failure -> isAlive())
                .until(() -> http.get("/actuator/health/readiness").status() == 200);
    }

    /** Ends the process without letting it say goodbye: SIGKILL. */
    public void kill9() {
        if (process != null) {
            process.destroyForcibly().onExit().join();
        }
    }

    @Override
    public String toString() {
        return module;
    }

    private File logFile() {
        File directory = new File(System.getProperty("orderflow.e2e.logs", "target/service-logs"));
        if (!directory.isDirectory() && !directory.mkdirs()) {
            throw new IllegalStateException("no directory " + directory);
        }
        return new File(directory, module + ".log");
    }
}
