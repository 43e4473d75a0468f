package io.orderflow.testing.benchmarks.servers;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.orderflow.kafkaadapters.inbox.InboxHandler;
import io.orderflow.kafkaadapters.outbox.Outbox;
import io.orderflow.testing.support.postgres.TestDatabase;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** A service made of nothing but the library as it is configured in production, with the meters a scraper would read. */
public final class Node implements AutoCloseable {

    public static final String SERVICE = "orchestration-service";
    public static final String TENANT = "tenant_demo";

    /** It is on the class path for a benchmark that has no node. */
    private static final String ENGINE = "org.camunda.bpm.spring.boot.starter.CamundaBpmAutoConfiguration";

    private final ConfigurableApplicationContext context;

    private Node(ConfigurableApplicationContext context) {
        this.context = context;
    }

    /**
     * A node that publishes; its relay runs.
     *
     * @param settings {@code name=value}, where they differ from the defaults
     */
    public static Node start(Servers servers, TestDatabase database, String... settings) {
        return start(servers, database, null, null, settings);
    }

    /**
     * A node.
     *
     * @param handler what consumes; null for none
     * @param statements counts everything the node asks the database; null to ask it directly
     * @param settings {@code name=value}, where they differ from the defaults
     */
    public static Node start(
            Servers servers,
            TestDatabase database,
            @Nullable InboxHandler handler,
            @Nullable Statements statements,
            String... settings) {
        ConfigurableApplicationContext context = new SpringApplicationBuilder(Wiring.class)
                .web(WebApplicationType.NONE)
                .logStartupInfo(false)
                .initializers(application -> {
                    GenericApplicationContext beans = (GenericApplicationContext) application;
                    if (handler != null) {
                        beans.registerBean("handler", InboxHandler.class, () -> handler);
                    }
                    if (statements != null) {
                        beans.getBeanFactory().addBeanPostProcessor(new Counting(statements));
                    }
                })
                .properties(
                        "spring.main.banner-mode=off",
                        "spring.flyway.enabled=false",
                        "spring.datasource.url=" + database.url(),
                        "spring.datasource.username=" + database.user(),
                        "spring.datasource.password=" + database.password(),
                        "orderflow.kafka.service-name=" + SERVICE,
                        "orderflow.kafka.tenants=" + TENANT,
                        "orderflow.kafka.bootstrap-servers=" + servers.bootstrapServers())
                .properties(settings)
                .run();
        return new Node(context);
    }

    public Outbox outbox() {
        return context.getBean(Outbox.class);
    }

    public JdbcClient jdbc() {
        return context.getBean(JdbcClient.class);
    }

    public <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    public TransactionTemplate transaction() {
        return new TransactionTemplate(context.getBean(PlatformTransactionManager.class));
    }

    /** Rows written from now on stay where they are. */
    public void stopRelay() {
        relay().stop();
    }

    public void startRelay() {
        relay().start();
    }

    private SmartLifecycle relay() {
        return context.getBean("outboxRelay", SmartLifecycle.class);
    }

    @Override
    public void close() {
        context.close();
    }

    private record Counting(Statements statements) implements BeanPostProcessor {

        @Override
        public Object postProcessAfterInitialization(Object bean, String name) {
            return bean instanceof DataSource counted ? statements.counting(counted) : bean;
        }
    }

    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration(excludeName = ENGINE)
    static class Wiring {

        @Bean
        MeterRegistry meterRegistry() {
            return new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
        }
    }
}
