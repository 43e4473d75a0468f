package io.orderflow.deploy.local.state;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.orderflow.deploy.local.state.StackState.Phase;
import io.orderflow.deploy.local.state.StackState.ServiceStatus;
import io.orderflow.deploy.local.state.StackState.StepStatus;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StackFileTest {

    @TempDir
    Path directory;

    private Path path;
    private StackFile file;

    @BeforeEach
    void setUp() {
        path = directory.resolve("stack.json");
        file = new StackFile(path);
    }

    @Test
    void readsBackWhatItWrote() {
        StackState state = state("a");

        file.write(state);

        assertThat(file.read()).contains(state);
    }

    @Test
    void writesTheNamesThatReadersExpect() throws IOException {
        file.write(state("waiting"));

        JsonNode json = new ObjectMapper().readTree(path.toFile());
        assertThat(json.at("/state").asText()).isEqualTo("starting");
        assertThat(json.at("/message").asText()).isEqualTo("waiting");
        assertThat(json.at("/steps/0/state").asText()).isEqualTo("running");
        assertThat(json.at("/services/0/state").asText()).isEqualTo("restarting");
        assertThat(json.at("/services/0/pid").asLong()).isEqualTo(42);
        assertThat(json.at("/postgres/port").asInt()).isEqualTo(5432);
        assertThat(json.at("/urls/orders").asText()).isEqualTo("http://127.0.0.1:8081");
    }

    @Test
    void hasNothingToSayWhenThereIsNoFileOrADamagedOne() throws IOException {
        assertThat(file.read()).isEmpty();

        Files.writeString(path, "{\"state\": \"rea");

        assertThat(file.read()).isEmpty();
    }

    @Test
    void aReaderNeverSeesHalfOfIt() {
        file.write(state("first"));
        AtomicBoolean writing = new AtomicBoolean(true);
        CompletableFuture<Void> writer = CompletableFuture.runAsync(
                        () -> IntStream.range(0, 500).forEach(i -> file.write(state("x".repeat(i * 20)))))
                .whenComplete((done, failure) -> writing.set(false));

        while (writing.get()) {
            assertThat(file.read()).isNotEqualTo(Optional.empty());
        }
        writer.join();
    }

    private static StackState state(String message) {
        return new StackState(
                Phase.STARTING,
                7,
                1_000,
                null,
                message,
                List.of("port 8080 is in use, orchestration listens on 8090"),
                List.of(new StackState.Step("kafka", StepStatus.RUNNING, 1.5, "an answer")),
                List.of(new StackState.Service(
                        "kafka", 9092, 42, 2_000, null, ServiceStatus.RESTARTING, ".orderflow/logs/kafka.log")),
                Map.of("orders", "http://127.0.0.1:8081"),
                "127.0.0.1:9092",
                new StackState.Postgres(5432),
                ".orderflow/run/credentials.properties");
    }
}
