package io.orderflow.deploy.local.state;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Everything that the outside may know about a stack; the content of {@code stack.json}. Times of processes are
 * milliseconds since 1970: together with the pid they tell a process from a later one with the same number.
 *
 * @param tiedTo the process whose end stops the stack, if there is one
 * @param message what is being waited for, or what went wrong
 * @param notes what differs from the defaults, for example another port
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@JsonIgnoreProperties(ignoreUnknown = true)
public record StackState(
        Phase state,
        long supervisorPid,
        long supervisorStartedAt,
        @Nullable Long tiedTo,
        String message,
        List<String> notes,
        List<Step> steps,
        List<Service> services,
        Map<String, String> urls,
        @Nullable String kafka,
        @Nullable Postgres postgres,
        String credentialsFile) {

    /** Where the stack as a whole stands. */
    public enum Phase {
        @JsonProperty("starting")
        STARTING,
        @JsonProperty("ready")
        READY,
        @JsonProperty("stopping")
        STOPPING,
        @JsonProperty("failed")
        FAILED
    }

    /** Where one step of the start stands. */
    public enum StepStatus {
        @JsonProperty("pending")
        PENDING,
        @JsonProperty("running")
        RUNNING,
        @JsonProperty("done")
        DONE,
        @JsonProperty("failed")
        FAILED
    }

    /** Where one service stands. */
    public enum ServiceStatus {
        @JsonProperty("starting")
        STARTING,
        @JsonProperty("ready")
        READY,
        @JsonProperty("restarting")
        RESTARTING,
        @JsonProperty("stopped")
        STOPPED
    }

    /** One step of the start. {@code seconds} grows while it runs. */
    public record Step(String name, StepStatus state, double seconds, String detail) {}

    /** One process; pid and startedAt are 0 while there is none. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Service(
            String name, int port, long pid, long startedAt, @Nullable String url, ServiceStatus state, String log) {}

    /** Where PostgreSQL listens. */
    public record Postgres(int port) {}
}
