package io.orderflow.cli.model;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.orderflow.cli.engine.Engine;
import io.orderflow.cli.engine.WebappSession;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Answers as the engine behind Cockpit does: only to who has logged in and sends the token along. */
final class FakeEngine implements AutoCloseable {

    private static final String REST = "/camunda/api/engine/engine/default";

    private final HttpServer server;
    private final Map<String, String> answers = new LinkedHashMap<>();
    private final Map<String, String> refusals = new LinkedHashMap<>();
    private String refusal = "";
    private String token = "before-login";
    private final List<String> definitions = new ArrayList<>();
    final List<String> requests = new ArrayList<>();

    FakeEngine() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", this::answer);
        server.start();
    }

    /** @param path the beginning of what is asked for, below the engine; the longest one wins */
    FakeEngine answers(String path, String json) {
        answers.put(REST + path, json);
        return this;
    }

    /** Refuses what is sent to a path if it contains the words. */
    FakeEngine refuses(String path, String words, String message) {
        refusals.put(words, path);
        refusal = message;
        return this;
    }

    FakeEngine deployed(String id, String key, int version, int instances, String model) {
        definitions.add(
                """
                {"id": "%1$s", "instances": %4$d, "incidents": [],
                 "definition": {"id": "%1$s", "key": "%2$s", "version": %3$d, "name": "Shipping"}}
                """
                        .formatted(id, key, version, instances));
        answers("/process-definition/statistics", definitions.toString());
        return answers(
                "/process-definition/" + id + "/xml",
                new ObjectMapper().createObjectNode().put("bpmn20Xml", model).toString());
    }

    Engine engine() {
        URI base = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
        return new Engine(new WebappSession(base, "cockpit", "operator", "secret"));
    }

    private void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        if (path.startsWith("/camunda/app/")) {
            exchange.getResponseHeaders().add("Set-Cookie", "XSRF-TOKEN=" + token + "; Path=/camunda");
            send(exchange, 200, "{}");
        } else if (path.startsWith("/camunda/api/admin/auth/user/default/login/cockpit")) {
            token = "after-login"; // Of the new session; handed out with the next page only.
            exchange.getResponseHeaders().add("Set-Cookie", "JSESSIONID=s; Path=/camunda");
            send(exchange, body.contains("username=operator&password=secret") ? 200 : 401, "{}");
        } else if (!isLoggedIn(exchange)) {
            send(exchange, 403, "{}");
        } else {
            requests.add(exchange.getRequestMethod() + " " + path + " " + body);
            String known = answers.keySet().stream()
                    .filter(path::startsWith)
                    .max(Comparator.comparingInt(String::length))
                    .orElse("");
            boolean refused = refusals.entrySet().stream()
                    .anyMatch(entry -> path.equals(REST + entry.getValue()) && body.contains(entry.getKey()));
            if (refused) {
                send(
                        exchange,
                        400,
                        new ObjectMapper()
                                .createObjectNode()
                                .put("message", refusal)
                                .toString());
            } else {
                send(exchange, known.isEmpty() ? 404 : 200, answers.getOrDefault(known, "{}"));
            }
        }
    }

    private boolean isLoggedIn(HttpExchange exchange) {
        String cookies = String.valueOf(exchange.getRequestHeaders().get("Cookie"));
        return cookies.contains("JSESSIONID")
                && token.equals(exchange.getRequestHeaders().getFirst("X-XSRF-TOKEN"));
    }

    private static void send(HttpExchange exchange, int status, String json) throws IOException {
        byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length);
        try (var out = exchange.getResponseBody()) {
            out.write(bytes);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
