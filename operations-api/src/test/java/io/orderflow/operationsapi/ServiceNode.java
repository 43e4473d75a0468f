package io.orderflow.operationsapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.orderflow.kafkaadapters.inbox.InboxHandler;
import io.orderflow.kafkaadapters.topics.TopicCatalog;
import io.orderflow.testing.support.kafka.TestKafka;
import io.orderflow.testing.support.postgres.TestDatabase;
import io.orderflow.testing.support.postgres.TestPostgres;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.support.GenericApplicationContext;

/** A service with one consumer and this API, on real PostgreSQL and real Kafka. */
public final class ServiceNode implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final ConfigurableApplicationContext context;
    private final HttpClient http = HttpClient.newHttpClient();

    private ServiceNode(ConfigurableApplicationContext context) {
        this.context = context;
    }

    /** What came back. */
    public record Answer(int status, String contentType, JsonNode body) {}

    public static ServiceNode start(InboxHandler handler, Map<String, Object> settings) {
        TestDatabase database = TestPostgres.newDatabase();
        TopicCatalog.load()
                .topics("local")
                .forEach(topic -> TestKafka.createTopic(topic.name(), topic.partitions(), topic.configuration()));
        return new ServiceNode(new SpringApplicationBuilder(Wiring.class)
                .initializers(application -> ((GenericApplicationContext) application)
                        .registerBean("handler", InboxHandler.class, () -> handler))
                .properties(
                        "spring.main.banner-mode=off",
                        "server.port=0",
                        "server.address=127.0.0.1",
                        "spring.flyway.enabled=false",
                        "spring.datasource.url=" + database.url(),
                        "spring.datasource.username=" + database.user(),
                        "spring.datasource.password=" + database.password(),
                        "orderflow.kafka.service-name=orchestration-service",
                        "orderflow.kafka.tenants=tenant_demo",
                        "orderflow.kafka.bootstrap-servers=" + TestKafka.bootstrapServers())
                .properties(settings)
                .run());
    }

    public Answer get(String path, String userAndPassword) {
        return send(HttpRequest.newBuilder().GET(), path, userAndPassword);
    }

    public Answer post(String path, String userAndPassword, String body) {
        return send(
                HttpRequest.newBuilder()
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(body)),
                path,
                userAndPassword);
    }

    private Answer send(HttpRequest.Builder request, String path, String userAndPassword) {
        URI uri = URI.create("http://127.0.0.1:" + context.getEnvironment().getProperty("local.server.port") + path);
        if (!userAndPassword.isEmpty()) {
            request.header(
                    "Authorization",
                    "Basic " + Base64.getEncoder().encodeToString(userAndPassword.getBytes(StandardCharsets.UTF_8)));
        }
        try {
            HttpResponse<byte[]> response = http.send(request.uri(uri).build(), BodyHandlers.ofByteArray());
            return new Answer(
                    response.statusCode(),
                    response.headers().firstValue("Content-Type").orElse(""),
                    JSON.readTree(response.body()));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        context.close();
    }

    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    static class Wiring {

        @Bean
        MeterRegistry meterRegistry() {
            return new SimpleMeterRegistry();
        }
    }
}
