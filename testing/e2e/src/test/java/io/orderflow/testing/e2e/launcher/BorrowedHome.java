package io.orderflow.testing.e2e.launcher;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.orderflow.testing.e2e.stack.Stack;
import io.orderflow.testing.support.kafka.TestKafka;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Properties;

/**
 * A home in which the command line finds the tests' own stack, as if the launcher held it up: so its commands are tried
 * without a second stack.
 */
public record BorrowedHome(Path directory) {

    /** Writes what the launcher would write. */
    public static BorrowedHome of(Stack stack, Path directory) {
        try {
            Path run = Files.createDirectories(directory.resolve("run"));
            Path secrets = run.resolve("credentials.properties");
            try (Writer writer = Files.newBufferedWriter(secrets)) {
                credentials(stack).store(writer, null);
            }
            new ObjectMapper().writeValue(run.resolve("stack.json").toFile(), state(stack, secrets));
            return new BorrowedHome(directory);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ObjectNode state(Stack stack, Path secrets) {
        ProcessHandle tests = ProcessHandle.current();
        ObjectNode state = new ObjectMapper()
                .createObjectNode()
                .put("state", "ready")
                .put("supervisorPid", tests.pid())
                .put(
                        "supervisorStartedAt",
                        tests.info().startInstant().map(Instant::toEpochMilli).orElseThrow())
                .put("kafka", TestKafka.bootstrapServers())
                .put("credentialsFile", secrets.toString());
        state.putObject("urls")
                .put("orders", stack.orderService().url())
                .put("mock", stack.fulfillmentMock().url())
                .put("cockpit", stack.orchestration().url());
        return state;
    }

    private static Properties credentials(Stack stack) {
        Properties values = new Properties();
        values.setProperty("api.user", stack.caller().name());
        values.setProperty("api.password", stack.caller().password());
        values.setProperty("operations.user", stack.operator().name());
        values.setProperty("operations.password", stack.operator().password());
        values.setProperty("cockpit.user", stack.tasklistUser().name());
        values.setProperty("cockpit.password", stack.tasklistUser().password());
        return values;
    }
}
