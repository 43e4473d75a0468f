package io.orderflow.orderservice;

import io.orderflow.kafkaadapters.topics.TopicCatalog;
import io.orderflow.testing.support.kafka.TestKafka;
import io.orderflow.testing.support.postgres.TestDatabase;
import io.orderflow.testing.support.postgres.TestPostgres;
import java.util.HashMap;
import java.util.Map;
import javax.sql.DataSource;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.beans.factory.support.BeanDefinitionRegistryPostProcessor;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The service as it is deployed, on a port of its own. Nodes that are given the same database are one cluster. */
public final class OrderServiceNode {

    public static final String TENANT = "tenant_demo";
    public static final String OTHER_TENANT = "tenant_other";

    /** A provider that calls back, and what it signs with. */
    public static final String PROVIDER = "acme";

    public static final String PROVIDER_SECRET = "acme signs with this for the demo";
    public static final String PROVIDER_SECRET_FOR_OTHER_TENANT = "acme signs with that for the other";

    /** An offer whose lines keep their order from being cancelled as soon as a provider was asked. */
    public static final String FIRM_OFFER = "O-FIRM";

    /** An offer whose lines never keep their order from being cancelled: what was delivered is taken back. */
    public static final String REVERSIBLE_OFFER = "O-REVERSIBLE";

    private final ConfigurableApplicationContext context;

    private OrderServiceNode(ConfigurableApplicationContext context) {
        this.context = context;
    }

    /** The node that the tests share; it ends with the JVM. */
    public static OrderServiceNode shared() {
        return Shared.NODE;
    }

    /** Another node beside the shared one, on the same database and broker. */
    public static OrderServiceNode beside() {
        return start(Shared.DATABASE, true);
    }

    /** A node that nobody may call: it does not come to life. */
    public static void withoutUsers() {
        start(Shared.DATABASE, false).stop();
    }

    public <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    /** For those who look for beans of the library. */
    public ApplicationContext context() {
        return context;
    }

    public JdbcClient jdbc() {
        return bean(JdbcClient.class);
    }

    public Http http() {
        int port = ((ServletWebServerApplicationContext) context).getWebServer().getPort();
        return new Http(port, "alice", "alice-secret");
    }

    /** As an operator, who is nobody's user. */
    public Http httpOfOperator() {
        return http().as("olga", "olga-secret");
    }

    /** As a user of another tenant. */
    public Http httpOfOtherTenant() {
        int port = ((ServletWebServerApplicationContext) context).getWebServer().getPort();
        return new Http(port, "bob", "bob-secret");
    }

    public void stop() {
        context.close();
    }

    /**
     * A node of its own: on the given database, without a broker, and open to no provider. It listens to nothing, because
     * without a broker that would take half a minute to end.
     *
     * @param extra further settings
     */
    public static OrderServiceNode apart(TestDatabase database, Map<String, Object> extra) {
        Map<String, Object> settings = new HashMap<>(settings(database, true));
        settings.keySet().removeIf(setting -> setting.startsWith("orderflow.callbacks."));
        settings.put("orderflow.kafka.bootstrap-servers", "127.0.0.1:1");
        settings.putAll(extra);
        return start(settings, Apart.class);
    }

    private static OrderServiceNode start(TestDatabase database, boolean users) {
        return start(settings(database, users), Counting.class);
    }

    private static Map<String, Object> settings(TestDatabase database, boolean users) {
        Map<String, Object> settings = new HashMap<>();
        settings.put("server.port", 0);
        settings.put("spring.datasource.url", database.url());
        settings.put("spring.datasource.username", database.user());
        settings.put("spring.datasource.password", database.password());
        settings.put("orderflow.kafka.bootstrap-servers", TestKafka.bootstrapServers());
        settings.put("orderflow.kafka.tenants", TENANT + "," + OTHER_TENANT);
        // A group that reads everything has tests of its own; here it would only double every line of the ledger.
        settings.put("orderflow.kafka.audit.enabled", false);
        settings.put("orderflow.orders.point-of-no-return.by-offer[" + FIRM_OFFER + "]", "ONCE_REQUESTED");
        settings.put("orderflow.orders.point-of-no-return.by-offer[" + REVERSIBLE_OFFER + "]", "NEVER");
        settings.put("orderflow.callbacks.providers[0].name", PROVIDER);
        settings.put("orderflow.callbacks.providers[0].tenant", TENANT);
        settings.put("orderflow.callbacks.providers[0].secret", PROVIDER_SECRET);
        settings.put("orderflow.callbacks.providers[1].name", PROVIDER);
        settings.put("orderflow.callbacks.providers[1].tenant", OTHER_TENANT);
        settings.put("orderflow.callbacks.providers[1].secret", PROVIDER_SECRET_FOR_OTHER_TENANT);
        if (users) {
            settings.put("orderflow.api.users[0].name", "alice");
            settings.put("orderflow.api.users[0].password", "alice-secret");
            settings.put("orderflow.api.users[0].tenant", TENANT);
            settings.put("orderflow.api.users[1].name", "bob");
            settings.put("orderflow.api.users[1].password", "bob-secret");
            settings.put("orderflow.api.users[1].tenant", OTHER_TENANT);
            settings.put("orderflow.operations.users[0].name", "olga");
            settings.put("orderflow.operations.users[0].password", "olga-secret");
        }
        settings.put("logging.level.root", "WARN");
        // The broker in this JVM complains a lot about being stopped.
        settings.put("logging.level.kafka", "OFF");
        settings.put("logging.level.org.apache.kafka", "OFF");
        return settings;
    }

    private static OrderServiceNode start(Map<String, Object> settings, Class<?> configuration) {
        SpringApplicationBuilder builder = new SpringApplicationBuilder(OrderServiceApplication.class, configuration);
        String[] arguments = settings.entrySet().stream()
                .map(setting -> "--" + setting.getKey() + "=" + setting.getValue())
                .toArray(String[]::new);
        return new OrderServiceNode(builder.run(arguments));
    }

    private static final class Shared {

        static final TestDatabase DATABASE = TestPostgres.newDatabase();
        static final OrderServiceNode NODE = startShared();

        private static OrderServiceNode startShared() {
            TopicCatalog.load()
                    .topics("local")
                    .forEach(topic -> TestKafka.createTopic(topic.name(), topic.partitions()));
            return start(DATABASE, true);
        }
    }

    /** Counts statements on every data source. */
    @Configuration(proxyBeanMethods = false)
    static class Counting {

        @Bean
        static BeanPostProcessor statementCounter() {
            return new BeanPostProcessor() {
                @Override
                public Object postProcessAfterInitialization(Object bean, String name) {
                    return bean instanceof DataSource source ? new CountingDataSource(source) : bean;
                }
            };
        }
    }

    /** Leaves out what listens. Not annotated: the scan of the application would find it, and every node would be deaf. */
    static class Apart {

        @Bean
        static BeanDefinitionRegistryPostProcessor deaf() {
            return registry -> registry.removeBeanDefinition("inboxConsumers");
        }
    }
}
