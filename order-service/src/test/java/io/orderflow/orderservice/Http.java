package io.orderflow.orderservice;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.UUID;

/** A caller of the API. */
public final class Http {

    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private static final ObjectMapper JSON = new ObjectMapper();

    private final int port;
    private final String user;
    private final String password;

    Http(int port, String user, String password) {
        this.port = port;
        this.user = user;
        this.password = password;
    }

    /** A response with its body read as JSON; an empty body is a missing node. */
    public record Response(int status, HttpResponse<String> raw, JsonNode body) {

        public String code() {
            return body.path("code").asText();
        }

        public String header(String name) {
            return raw.headers().firstValue(name).orElse("");
        }
    }

    public int port() {
        return port;
    }

    public Http as(String otherUser, String otherPassword) {
        return new Http(port, otherUser, otherPassword);
    }

    public Response get(String path) {
        return send(request(path).GET());
    }

    /** Captures under a key of its own. */
    public Response capture(String body) {
        return capture(UUID.randomUUID().toString(), body);
    }

    public Response capture(String idempotencyKey, String body) {
        return send(request("/orders")
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", idempotencyKey)
                .POST(BodyPublishers.ofString(body)));
    }

    public Response cancel(String orderId) {
        return postJson("/orders/" + orderId + "/cancellation", "{\"reason\": \"changed their mind\"}");
    }

    public Response postJson(String path, String body) {
        return send(request(path).header("Content-Type", "application/json").POST(BodyPublishers.ofString(body)));
    }

    public Response captureBytes(BodyPublisher body) {
        return send(request("/orders")
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .POST(body));
    }

    public HttpRequest.Builder request(String path) {
        String credentials =
                Base64.getEncoder().encodeToString((user + ":" + password).getBytes(StandardCharsets.UTF_8));
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .header("Authorization", "Basic " + credentials);
    }

    /** Without credentials. */
    public HttpRequest.Builder anonymousRequest(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path));
    }

    public Response send(HttpRequest.Builder request) {
        try {
            HttpResponse<String> response = CLIENT.send(request.build(), BodyHandlers.ofString());
            boolean json = response.headers()
                    .firstValue("Content-Type")
                    .map(type -> type.contains("json"))
                    .orElse(false);
            return new Response(
                    response.statusCode(), response, json ? JSON.readTree(response.body()) : JSON.missingNode());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
