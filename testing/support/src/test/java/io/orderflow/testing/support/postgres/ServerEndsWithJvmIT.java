package io.orderflow.testing.support.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.orderflow.testing.support.Infrastructure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

@DisabledIfSystemProperty(
        named = Infrastructure.PROPERTY,
        matches = "containers",
        disabledReason = "a container is no child process; Testcontainers' reaper removes it")
class ServerEndsWithJvmIT {

    @Test
    void leavesNoPostgresBehind(@TempDir Path directory) throws IOException, InterruptedException {
        Path pidFile = directory.resolve("postgres.pid");
        Process jvm = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx128m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        PostgresProcess.class.getName(),
                        pidFile.toString())
                .redirectErrorStream(true)
                .redirectOutput(directory.resolve("jvm.log").toFile())
                .start();

        assertThat(jvm.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(jvm.exitValue()).as(() -> logOf(directory)).isZero();
        long postmaster = Long.parseLong(Files.readString(pidFile));
        await().atMost(Duration.ofSeconds(10))
                .until(() -> ProcessHandle.of(postmaster).isEmpty());
    }

    private static String logOf(Path directory) {
        try {
            return Files.readString(directory.resolve("jvm.log"));
        } catch (IOException e) {
            return e.toString();
        }
    }
}
