package io.orderflow.cli.stack;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.io.Reader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Properties;

/** The running stack, read from the files that its supervisor keeps. */
public final class Stack {

    private static final String NOT_UP = "the stack is not up. Next: ./orderflow up";
    private static final long TOLERANCE_MILLIS = 2_000;

    private final JsonNode state;
    private final Properties credentials;
    private final Path home;

    private Stack(JsonNode state, Properties credentials, Path home) {
        this.state = state;
        this.credentials = credentials;
        this.home = home;
    }

    /**
     * The stack of this environment (ORDERFLOW_ROOT, ORDERFLOW_HOME).
     *
     * @throws Refusal if it is not ready
     */
    public static Stack require(Map<String, String> environment) {
        Path root = Path.of(environment.getOrDefault("ORDERFLOW_ROOT", "")).toAbsolutePath();
        String chosen = environment.getOrDefault("ORDERFLOW_HOME", "");
        Path home =
                chosen.isBlank() ? root.resolve(".orderflow") : Path.of(chosen).toAbsolutePath();
        JsonNode state = read(home);
        if (!isReady(state)) {
            throw new Refusal(NOT_UP);
        }
        Properties credentials = new Properties();
        Path file = root.resolve(state.path("credentialsFile").asText());
        try (Reader reader = Files.newBufferedReader(file)) {
            credentials.load(reader);
        } catch (IOException e) {
            throw new Refusal("cannot read " + file + ". Next: ./orderflow down && ./orderflow up");
        }
        return new Stack(state, credentials, home);
    }

    /** Whether the supervisor that we read about still holds the stack up. */
    public boolean isStillUp() {
        JsonNode now = read(home);
        return isReady(now)
                && now.path("supervisorPid").asLong()
                        == state.path("supervisorPid").asLong();
    }

    /** Whether the stack ends when the process with this id does. */
    public boolean isTiedTo(String pid) {
        return !pid.isEmpty() && state.path("tiedTo").asText().equals(pid);
    }

    public URI orders() {
        return url("orders");
    }

    public URI mock() {
        return url("mock");
    }

    public URI cockpit() {
        return url("cockpit");
    }

    /**
     * What operators may do in one service, below {@code /operations/}.
     *
     * @param service as in {@code orderflow status}
     */
    public Api operations(String service) {
        URI base =
                switch (service) {
                    case "order-service" -> orders();
                    case "orchestration" -> cockpit();
                    case "fulfillment-mock" -> mock();
                    default -> throw new Refusal("there is no service " + service + ". Next: ./orderflow status");
                };
        return new Api(base, basic(credential("operations.user"), credential("operations.password")));
    }

    /** Where each of our services listens. */
    public List<URI> services() {
        return List.of(orders(), cockpit(), mock());
    }

    public String kafka() {
        return state.path("kafka").asText();
    }

    /** Where the command line may write, for example its reports. */
    public Path home() {
        return home;
    }

    public String credential(String key) {
        return credentials.getProperty(key, "");
    }

    /** The value of the Authorization header for our HTTP interfaces. */
    public String authorization() {
        return basic(credential("api.user"), credential("api.password"));
    }

    private static String basic(String user, String password) {
        String pair = user + ":" + password;
        return "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
    }

    private URI url(String name) {
        return URI.create(state.path("urls").path(name).asText());
    }

    private static JsonNode read(Path home) {
        try {
            return new ObjectMapper()
                    .readTree(home.resolve("run").resolve("stack.json").toFile());
        } catch (IOException none) {
            return MissingNode.getInstance();
        }
    }

    private static boolean isReady(JsonNode state) {
        return state.path("state").asText().equals("ready")
                && ProcessHandle.of(state.path("supervisorPid").asLong())
                        .filter(ProcessHandle::isAlive)
                        .filter(process -> startedAt(
                                process, state.path("supervisorStartedAt").asLong()))
                        .isPresent();
    }

    /** A killed supervisor leaves its file behind, and its number may belong to another process by now. */
    private static boolean startedAt(ProcessHandle process, long millis) {
        return process.info()
                .startInstant()
                .map(Instant::toEpochMilli)
                .filter(start -> Math.abs(start - millis) <= TOLERANCE_MILLIS)
                .isPresent();
    }
}
