package io.orderflow.testing.contractkits;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.orderflow.kafkaadapters.inbox.InboxHandler;
import io.orderflow.kafkaadapters.topics.TopicCatalog;
import io.orderflow.testing.support.kafka.TestKafka;
import io.orderflow.testing.support.postgres.TestDatabase;
import io.orderflow.testing.support.postgres.TestPostgres;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A service that consists of nothing but the library and owns every event of the catalogue. */
final class LibraryService {

    private LibraryService() {}

    static ConfigurableApplicationContext publisher(Map<String, Object> settings) {
        return start(settings, List.of(), List.of());
    }

    static ConfigurableApplicationContext auditor() {
        return start(Map.of("orderflow.kafka.audit.enabled", true), List.of(), List.of());
    }

    static ConfigurableApplicationContext consumer(
            List<Function<JdbcClient, InboxHandler>> handlers, List<BeanPostProcessor> changes) {
        return start(Map.of(), handlers, changes);
    }

    private static ConfigurableApplicationContext start(
            Map<String, Object> more,
            List<Function<JdbcClient, InboxHandler>> handlers,
            List<BeanPostProcessor> changes) {
        TopicCatalog.load()
                .topics("local")
                .forEach(topic -> TestKafka.createTopic(topic.name(), topic.partitions(), topic.configuration()));
        TestDatabase database = TestPostgres.newDatabase();
        String owners = EventContracts.load().all().stream()
                .map(contract -> contract.definition().ownerService())
                .distinct()
                .collect(Collectors.joining(","));
        Map<String, Object> settings = new HashMap<>(Map.of(
                "spring.main.banner-mode",
                "off",
                // Broker and database end with the JVM as well: a context that closes beside them would wait for both.
                "spring.main.register-shutdown-hook",
                "false",
                "spring.flyway.enabled",
                "false",
                "spring.datasource.url",
                database.url(),
                "spring.datasource.username",
                database.user(),
                "spring.datasource.password",
                database.password(),
                "orderflow.kafka.service-name",
                "library",
                "orderflow.kafka.also-publishes-for",
                owners,
                "orderflow.kafka.tenants",
                "tenant_demo",
                "orderflow.kafka.bootstrap-servers",
                TestKafka.bootstrapServers()));
        settings.putAll(more);
        return new SpringApplicationBuilder(Wiring.class)
                .web(WebApplicationType.NONE)
                .properties(settings)
                .initializers(application -> prepare((GenericApplicationContext) application, handlers, changes))
                .run();
    }

    private static void prepare(
            GenericApplicationContext application,
            List<Function<JdbcClient, InboxHandler>> handlers,
            List<BeanPostProcessor> changes) {
        changes.forEach(application.getBeanFactory()::addBeanPostProcessor);
        for (int i = 0; i < handlers.size(); i++) {
            Function<JdbcClient, InboxHandler> handler = handlers.get(i);
            application.registerBean(
                    "handler" + i, InboxHandler.class, () -> handler.apply(application.getBean(JdbcClient.class)));
        }
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
