package io.orderflow.fulfillmentmock;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.orderflow.kafkaadapters.topics.TopicCatalog;
import io.orderflow.testing.support.kafka.TestKafka;
import io.orderflow.testing.support.postgres.TestDatabase;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** One running fulfillment-mock, on real PostgreSQL and Kafka, seen over HTTP. */
final class MockNode implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final ConfigurableApplicationContext context;
    private final URI base;

    private MockNode(ConfigurableApplicationContext context) {
        this.context = context;
        int port = ((ServletWebServerApplicationContext) context).getWebServer().getPort();
        this.base = URI.create("http://127.0.0.1:" + port);
    }

    static MockNode start(TestDatabase database) {
        return start(database, Map.of());
    }

    /** @param more settings beside those that every node needs */
    static MockNode start(TestDatabase database, Map<String, String> more) {
        TopicCatalog.load().topics("local").forEach(topic -> TestKafka.createTopic(topic.name(), topic.partitions()));
        Map<String, Object> settings = Map.ofEntries(
                Map.entry("server.port", "0"),
                Map.entry("spring.datasource.url", database.url()),
                Map.entry("spring.datasource.username", database.user()),
                Map.entry("spring.datasource.password", database.password()),
                Map.entry("orderflow.kafka.bootstrap-servers", TestKafka.bootstrapServers()),
                Map.entry("orderflow.kafka.tenants", "tenant_demo,tenant_other"),
                Map.entry("orderflow.operations.users[0].name", "operator"),
                Map.entry("orderflow.operations.users[0].password", "s3cret"),
                Map.entry("orderflow.api.users[0].name", "demo"),
                Map.entry("orderflow.api.users[0].password", "s3cret"),
                Map.entry("orderflow.api.users[0].tenant", "tenant_demo"),
                Map.entry("orderflow.api.users[1].name", "other"),
                Map.entry("orderflow.api.users[1].password", "s3cret"),
                Map.entry("orderflow.api.users[1].tenant", "tenant_other"));
        String[] arguments = Stream.concat(settings.entrySet().stream(), more.entrySet().stream())
                .map(setting -> "--" + setting.getKey() + "=" + setting.getValue())
                .toArray(String[]::new);
        return new MockNode(new SpringApplicationBuilder(FulfillmentMockApplication.class).run(arguments));
    }

    JdbcClient jdbc() {
        return context.getBean(JdbcClient.class);
    }

    /** For those who look for beans of the library. */
    ApplicationContext context() {
        return context;
    }

    <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    Response get(String path) {
        return send(as("demo").uri(base.resolve(path)).GET());
    }

    Response post(String path, String body) {
        return send(as("demo").uri(base.resolve(path)).POST(BodyPublishers.ofString(body)));
    }

    Response put(String path, String body) {
        return send(as("demo").uri(base.resolve(path)).PUT(BodyPublishers.ofString(body)));
    }

    Response delete(String path) {
        return send(as("demo").uri(base.resolve(path)).DELETE());
    }

    /** Any request, as it is. */
    Response send(HttpRequest.Builder request, String path) {
        return send(request.uri(base.resolve(path)));
    }

    static HttpRequest.Builder as(String user) {
        String credentials = Base64.getEncoder().encodeToString((user + ":s3cret").getBytes(StandardCharsets.UTF_8));
        return HttpRequest.newBuilder()
                .header("Authorization", "Basic " + credentials)
                .header("Content-Type", "application/json");
    }

    /** Waits for a condition, with patience for a machine that is busy with other things. */
    static void eventually(Callable<Boolean> condition) {
        await().atMost(Duration.ofMinutes(1)).until(condition);
    }

    private static Response send(HttpRequest.Builder request) {
        try {
            HttpResponse<String> response = HTTP.send(request.build(), BodyHandlers.ofString());
            return new Response(response);
        } catch (IOException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    @Override
    public void close() {
        context.close();
    }

    record Response(HttpResponse<String> raw) {

        int status() {
            return raw.statusCode();
        }

        String header(String name) {
            return raw.headers().firstValue(name).orElse("");
        }

        JsonNode json() {
            try {
                return JSON.readTree(raw.body());
            } catch (IOException e) {
                throw new AssertionError(raw.body(), e);
            }
        }
    }
}
