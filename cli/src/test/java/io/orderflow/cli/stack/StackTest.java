package io.orderflow.cli.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StackTest {

    @TempDir
    Path root;

    private final long pid = ProcessHandle.current().pid();
    private final long startedAt = ProcessHandle.current()
            .info()
            .startInstant()
            .map(Instant::toEpochMilli)
            .orElseThrow();

    @BeforeEach
    void credentials() throws IOException {
        Path run = Files.createDirectories(root.resolve(".orderflow/run"));
        Files.writeString(run.resolve("credentials.properties"), "api.user=demo\napi.password=secret\n");
    }

    @Test
    void isReadFromTheFilesOfTheSupervisor() throws IOException {
        write("ready", pid, startedAt);

        Stack stack = require();

        assertThat(stack.orders()).hasToString("http://127.0.0.1:8091");
        assertThat(stack.kafka()).isEqualTo("127.0.0.1:9092");
        assertThat(stack.authorization()).isEqualTo("Basic ZGVtbzpzZWNyZXQ=");
        assertThat(stack.isStillUp()).isTrue();
        assertThat(stack.isTiedTo("4711")).isTrue();
        assertThat(stack.isTiedTo("")).isFalse();
    }

    @Test
    void isNotUpWithoutAFileOrWhileItStarts() throws IOException {
        assertNotUp();
        write("starting", pid, startedAt);
        assertNotUp();
    }

    @Test
    void isNotUpWhenTheSupervisorsNumberBelongsToAnotherProcess() throws IOException {
        write("ready", pid, startedAt - 60_000);

        assertNotUp();
    }

    private Stack require() {
        return Stack.require(Map.of("ORDERFLOW_ROOT", root.toString()));
    }

    private void assertNotUp() {
        assertThatThrownBy(this::require).isInstanceOf(Refusal.class).hasMessageContaining("./orderflow up");
    }

    private void write(String state, long supervisor, long since) throws IOException {
        Files.writeString(
                root.resolve(".orderflow/run/stack.json"),
                """
                {"state": "%s", "supervisorPid": %d, "supervisorStartedAt": %d, "tiedTo": 4711,
                 "urls": {"orders": "http://127.0.0.1:8091"}, "kafka": "127.0.0.1:9092",
                 "credentialsFile": ".orderflow/run/credentials.properties"}
                """
                        .formatted(state, supervisor, since));
    }
}
