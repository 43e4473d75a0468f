package io.orderflow.testing.benchmarks.endtoend;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;

/** The few calls that the benchmark makes, as an ordinary user of the stack. */
final class HttpApi {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration LONGEST_ANSWER = Duration.ofSeconds(30);
    private static final int OK = 200;

    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(LONGEST_ANSWER).build();
    private final StackFile stack;
    private final String authorization;

    HttpApi(StackFile stack) {
        this.stack = stack;
        String login = stack.secret("api.user") + ":" + stack.secret("api.password");
        this.authorization = "Basic " + Base64.getEncoder().encodeToString(login.getBytes(StandardCharsets.UTF_8));
    }

    /** Has the outside world answer every request at once. */
    void answerAtOnce() throws IOException, InterruptedException {
        send(request("mock", "/fulfillment-latency")
                .header("Content-Type", "application/json")
                .PUT(BodyPublishers.ofString("{\"minMillis\": 0, \"maxMillis\": 0}")));
    }

    /** How many orders since then are in which state. */
    JsonNode statistics(Instant capturedSince) throws IOException, InterruptedException {
        return JSON.readTree(send(request("orders", "/orders/statistics?capturedSince=" + capturedSince)));
    }

    private HttpRequest.Builder request(String service, String path) {
        return HttpRequest.newBuilder(URI.create(stack.url(service) + path))
                .timeout(LONGEST_ANSWER)
                .header("Authorization", authorization);
    }

    private String send(HttpRequest.Builder request) throws IOException, InterruptedException {
        HttpRequest asked = request.build();
        var answer = client.send(asked, BodyHandlers.ofString());
        if (answer.statusCode() != OK) {
            throw new IOException(
                    "%s %s: %d %s".formatted(asked.method(), asked.uri(), answer.statusCode(), answer.body()));
        }
        return answer.body();
    }
}
