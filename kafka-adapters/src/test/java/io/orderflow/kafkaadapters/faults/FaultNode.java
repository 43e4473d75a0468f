package io.orderflow.kafkaadapters.faults;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.orderflow.kafkaadapters.inbox.InboxHandler;
import io.orderflow.kafkaadapters.outbox.Outbox;
import io.orderflow.testing.support.postgres.TestDatabase;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.LifecycleProcessor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.support.AbstractApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** A service that consists of nothing but the library, on given servers, with parts of it left out or made worse. */
final class FaultNode implements AutoCloseable {

    private final ConfigurableApplicationContext context;

    private FaultNode(ConfigurableApplicationContext context) {
        this.context = context;
    }

    static Builder on(TestDatabase database, String brokers) {
        return new Builder(database, brokers);
    }

    Outbox outbox() {
        return context.getBean(Outbox.class);
    }

    JdbcClient jdbc() {
        return context.getBean(JdbcClient.class);
    }

    TransactionTemplate transaction() {
        return new TransactionTemplate(context.getBean(PlatformTransactionManager.class));
    }

    @Override
    public void close() {
        context.close();
    }

    static final class Builder {

        private final Map<String, Object> properties = new HashMap<>();
        private final List<Function<JdbcClient, InboxHandler>> handlers = new ArrayList<>();
        private final List<BatchPrelude> preludes = new ArrayList<>();
        private boolean dormant;

        private Builder(TestDatabase database, String brokers) {
            properties.put("spring.main.banner-mode", "off");
            properties.put("spring.main.register-shutdown-hook", "false");
            // Failures are what these tests are made of.
            properties.put("logging.level.org.springframework.kafka", "OFF");
            properties.put("logging.level.org.apache.kafka", "OFF");
            properties.put("spring.flyway.enabled", "false");
            properties.put("spring.datasource.url", database.url());
            properties.put("spring.datasource.username", database.user());
            properties.put("spring.datasource.password", database.password());
            properties.put("orderflow.kafka.service-name", "orchestration-service");
            properties.put("orderflow.kafka.tenants", "tenant_demo");
            properties.put("orderflow.kafka.bootstrap-servers", brokers);
        }

        Builder with(String property, String value) {
            properties.put(property, value);
            return this;
        }

        Builder handler(Function<JdbcClient, InboxHandler> handler) {
            handlers.add(handler);
            return this;
        }

        /** Neither relay nor consumers: what is appended stays where it is until another node comes. */
        Builder dormant() {
            dormant = true;
            return this;
        }

        /** Has something done with each batch before the library gets it. */
        Builder beforeEachBatch(BatchPrelude prelude) {
            preludes.add(prelude);
            return this;
        }

        FaultNode start() {
            return new FaultNode(new SpringApplicationBuilder(Wiring.class)
                    .web(WebApplicationType.NONE)
                    .properties(properties)
                    .initializers(application -> prepare((GenericApplicationContext) application))
                    .run());
        }

        private void prepare(GenericApplicationContext application) {
            for (int i = 0; i < handlers.size(); i++) {
                Function<JdbcClient, InboxHandler> handler = handlers.get(i);
                application.registerBean(
                        "handler" + i, InboxHandler.class, () -> handler.apply(application.getBean(JdbcClient.class)));
            }
            for (BatchPrelude prelude : preludes) {
                application.getBeanFactory().addBeanPostProcessor(new PreludeInstaller(prelude));
            }
            if (dormant) {
                application.registerBean(
                        AbstractApplicationContext.LIFECYCLE_PROCESSOR_BEAN_NAME,
                        LifecycleProcessor.class,
                        NothingStarts::new);
            }
        }
    }

    private static final class NothingStarts implements LifecycleProcessor {

        @Override
        public void onRefresh() {}

        @Override
        public void onClose() {}

        @Override
        public void start() {}

        @Override
        public void stop() {}

        @Override
        public boolean isRunning() {
            return false;
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
