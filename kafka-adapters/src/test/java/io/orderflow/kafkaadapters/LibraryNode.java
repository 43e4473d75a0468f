package io.orderflow.kafkaadapters;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.orderflow.kafkaadapters.catalog.EventCatalog;
import io.orderflow.kafkaadapters.inbox.InboxHandler;
import io.orderflow.kafkaadapters.outbox.Outbox;
import io.orderflow.kafkaadapters.topics.TopicCatalog;
import io.orderflow.testing.support.kafka.TestKafka;
import io.orderflow.testing.support.postgres.TestDatabase;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** A service that consists of nothing but the library, on real PostgreSQL and real Kafka. Several make a cluster. */
public final class LibraryNode implements AutoCloseable {

    private static final AtomicBoolean TOPICS_EXIST = new AtomicBoolean();

    private final ConfigurableApplicationContext context;

    private LibraryNode(ConfigurableApplicationContext context) {
        this.context = context;
    }

    public static LibraryNode start(TestDatabase database, InboxHandler... handlers) {
        return start(database, Set.of("orchestration-service"), handlers);
    }

    public static LibraryNode start(TestDatabase database, Set<String> owners, InboxHandler... handlers) {
        return start(database, owners, Map.of(), handlers);
    }

    public static LibraryNode start(
            TestDatabase database, Set<String> owners, Map<String, Object> settings, InboxHandler... handlers) {
        return start(database, null, owners, settings, handlers);
    }

    /** A service that was built with other contracts than those on the class path. */
    public static LibraryNode start(
            TestDatabase database,
            @Nullable EventCatalog catalog,
            Set<String> owners,
            Map<String, Object> settings,
            InboxHandler... handlers) {
        createTopics();
        List<String> all = new ArrayList<>(new HashSet<>(owners));
        ConfigurableApplicationContext context = new SpringApplicationBuilder(Wiring.class)
                .web(WebApplicationType.NONE)
                .initializers(application -> {
                    for (int i = 0; i < handlers.length; i++) {
                        InboxHandler handler = handlers[i];
                        ((GenericApplicationContext) application)
                                .registerBean("handler" + i, InboxHandler.class, () -> handler);
                    }
                    if (catalog != null) {
                        ((GenericApplicationContext) application)
                                .registerBean(
                                        "otherCatalog",
                                        EventCatalog.class,
                                        () -> catalog,
                                        definition -> definition.setPrimary(true));
                    }
                })
                .properties(
                        "spring.main.banner-mode=off",
                        "spring.flyway.enabled=false",
                        "spring.datasource.url=" + database.url(),
                        "spring.datasource.username=" + database.user(),
                        "spring.datasource.password=" + database.password(),
                        "orderflow.kafka.service-name=" + all.get(0),
                        "orderflow.kafka.also-publishes-for=" + String.join(",", all),
                        "orderflow.kafka.tenants=tenant_demo,tenant_other",
                        "orderflow.kafka.bootstrap-servers=" + TestKafka.bootstrapServers())
                .properties(settings)
                .run();
        return new LibraryNode(context);
    }

    /** All topics of the catalogue, once. */
    public static void createTopics() {
        if (TOPICS_EXIST.compareAndSet(false, true)) {
            TopicCatalog.load()
                    .topics("local")
                    .forEach(topic -> TestKafka.createTopic(topic.name(), topic.partitions(), topic.configuration()));
        }
    }

    public Outbox outbox() {
        return context.getBean(Outbox.class);
    }

    public JdbcClient jdbc() {
        return context.getBean(JdbcClient.class);
    }

    public MeterRegistry meters() {
        return context.getBean(MeterRegistry.class);
    }

    public TransactionTemplate transaction() {
        return new TransactionTemplate(context.getBean(PlatformTransactionManager.class));
    }

    public <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    public long count(String sql) {
        return jdbc().sql(sql).query(Long.class).single();
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
