package io.orderflow.testing.e2e.launcher;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;

/** What the launcher tells everybody about its stack; read anew for every question. */
public record StackFile(Path home) {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** One process of the stack; pid is 0 while there is none. */
    public record Member(String name, long pid, boolean isReady) {}

    public boolean isReady() {
        return read().path("state").asText().equals("ready");
    }

    public Member member(String name) {
        for (JsonNode service : read().path("services")) {
            if (service.path("name").asText().equals(name)) {
                return new Member(
                        name,
                        service.path("pid").asLong(),
                        service.path("state").asText().equals("ready"));
            }
        }
        throw new AssertionError("no %s in %s".formatted(name, read()));
    }

    /** The process that holds the stack up. */
    public ProcessHandle supervisor() {
        return ProcessHandle.of(read().path("supervisorPid").asLong()).orElseThrow();
    }

    String url(String name) {
        return read().path("urls").path(name).asText();
    }

    String kafka() {
        return read().path("kafka").asText();
    }

    int postgresPort() {
        return read().path("postgres").path("port").asInt();
    }

    private JsonNode read() {
        try {
            return JSON.readTree(home.resolve("run").resolve("stack.json").toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
