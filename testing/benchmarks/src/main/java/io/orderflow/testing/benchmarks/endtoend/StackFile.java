package io.orderflow.testing.benchmarks.endtoend;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Properties;

/** What the local stack tells everybody about itself, and the secrets that it keeps for its user; a look at one moment. */
record StackFile(JsonNode state, Properties secrets) {

    private static final ObjectMapper JSON = new ObjectMapper();

    static Path in(Path home) {
        return home.resolve("run").resolve("stack.json");
    }

    /** Whether all members of the stack serve. */
    static boolean isReady(Path home) {
        try {
            return Files.exists(in(home))
                    && JSON.readTree(in(home).toFile()).path("state").asText().equals("ready");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @throws IllegalStateException if no stack is ready there */
    static StackFile read(Path home) {
        if (!isReady(home)) {
            throw new IllegalStateException("no stack is ready in " + home);
        }
        try (Reader credentials = Files.newBufferedReader(home.resolve("run").resolve("credentials.properties"))) {
            JsonNode state = JSON.readTree(in(home).toFile());
            Properties secrets = new Properties();
            secrets.load(credentials);
            return new StackFile(state, secrets);
        } catch (IOException e) {
            throw new UncheckedIOException("no secrets of the stack in " + home, e);
        }
    }

    String url(String name) {
        return state.path("urls").path(name).asText();
    }

    String kafka() {
        return state.path("kafka").asText();
    }

    String tenant() {
        return secret("api.tenant");
    }

    String secret(String name) {
        String value = secrets.getProperty(name);
        if (value == null) {
            throw new IllegalStateException("the stack has no secret " + name);
        }
        return value;
    }

    /** The processes by name: services and servers, and the supervisor that holds them. */
    Map<String, Long> processes() {
        Map<String, Long> pids = new LinkedHashMap<>();
        state.path("services")
                .forEach(service -> pids.put(
                        service.path("name").asText(), service.path("pid").asLong()));
        pids.put("supervisor", state.path("supervisorPid").asLong());
        return pids;
    }

    /** A connection as the superuser, who alone sees what others do; the caller closes it. */
    Connection connect(String database) throws SQLException {
        int port = state.path("postgres").path("port").asInt();
        return DriverManager.getConnection(
                "jdbc:postgresql://127.0.0.1:%d/%s".formatted(port, database),
                "postgres",
                secret("db.postgres.password"));
    }
}
