package io.orderflow.kafkaadapters.outbox;

import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.orderflow.kafkaadapters.TestEvents;
import io.orderflow.kafkaadapters.topics.TopicCatalog;
import io.orderflow.testing.support.kafka.TestKafka;
import io.orderflow.testing.support.postgres.TestDatabase;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** A node that only publishes, with settings of the test's choice. */
final class OutboxNode implements AutoCloseable {

    static final Duration SOON = Duration.ofSeconds(20);

    private final ConfigurableApplicationContext context;

    private OutboxNode(ConfigurableApplicationContext context) {
        this.context = context;
    }

    /** @param settings {@code name=value} below {@code orderflow.kafka}; later ones win */
    static OutboxNode start(TestDatabase database, String... settings) {
        List<String> all = new ArrayList<>(List.of(
                "--spring.main.banner-mode=off",
                "--spring.flyway.enabled=false",
                "--spring.datasource.url=" + database.url(),
                "--spring.datasource.username=" + database.user(),
                "--spring.datasource.password=" + database.password(),
                "--orderflow.kafka.service-name=orchestration-service",
                "--orderflow.kafka.tenants=tenant_demo"));
        boolean otherBroker = false;
        for (String setting : settings) {
            all.add("--orderflow.kafka." + setting);
            otherBroker |= setting.startsWith("bootstrap-servers=");
        }
        if (!otherBroker) {
            TopicCatalog.load().topics("local").stream()
                    .filter(topic -> topic.name().equals(TestEvents.TOPIC))
                    .forEach(topic -> TestKafka.createTopic(topic.name(), topic.partitions(), topic.configuration()));
            all.add("--orderflow.kafka.bootstrap-servers=" + TestKafka.bootstrapServers());
        }
        return new OutboxNode(new SpringApplicationBuilder(Wiring.class)
                .web(WebApplicationType.NONE)
                .run(all.toArray(String[]::new)));
    }

    <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    JdbcClient jdbc() {
        return bean(JdbcClient.class);
    }

    MeterRegistry meters() {
        return bean(MeterRegistry.class);
    }

    TransactionTemplate transaction() {
        return new TransactionTemplate(bean(PlatformTransactionManager.class));
    }

    /** Appends raw records of one key, whose values are the given texts. */
    void append(String topic, String key, String... values) {
        transaction().executeWithoutResult(tx -> {
            for (String value : values) {
                append(topic, key, value.getBytes(StandardCharsets.UTF_8));
            }
        });
    }

    void append(String topic, String key, byte[] value) {
        transaction().executeWithoutResult(tx -> bean(RecordOutbox.class)
                .append(topic, key, "OrderLineReleased", Map.of("eventId", "evt_1"), value));
    }

    long count(String table) {
        return jdbc().sql("select count(*) from " + table).query(Long.class).single();
    }

    void awaitEmptyOutbox() {
        await().atMost(SOON).until(() -> count("outbox_event") == 0);
    }

    /** What the topic has of a key, in order. */
    static List<String> published(String topic, String key) {
        return TestKafka.records(topic).stream()
                .filter(record -> key.equals(record.key()))
                .map(record -> new String(record.value(), StandardCharsets.UTF_8))
                .toList();
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
