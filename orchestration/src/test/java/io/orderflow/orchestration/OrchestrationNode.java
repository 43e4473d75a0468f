package io.orderflow.orchestration;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderflow.kafkaadapters.envelope.EnvelopeCodec;
import io.orderflow.kafkaadapters.envelope.EventEnvelope;
import io.orderflow.kafkaadapters.failure.FailureClassifier;
import io.orderflow.kafkaadapters.inbox.HandlingOutcome;
import io.orderflow.kafkaadapters.inbox.InboxEvent;
import io.orderflow.kafkaadapters.inbox.InboxHandler;
import io.orderflow.testing.support.postgres.TestDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * One more node of the service in this JVM, on a database that it may share with others. Most find no broker: a test hands
 * them events, in transactions as a consumer makes them, and their facts stay in the outbox.
 */
final class OrchestrationNode implements AutoCloseable {

    private static final EnvelopeCodec CODEC = new EnvelopeCodec();

    final ProcessEngine engine;
    final JdbcClient jdbc;
    final Seen seen;
    final TransactionTemplate transaction;

    /** Transactions that were rolled back because the other node was first, and then repeated. */
    final AtomicInteger lostRaces = new AtomicInteger();

    private final ConfigurableApplicationContext context;

    private OrchestrationNode(ConfigurableApplicationContext context) {
        this.context = context;
        engine = context.getBean(ProcessEngine.class);
        jdbc = context.getBean(JdbcClient.class);
        seen = new Seen(engine, jdbc);
        transaction = new TransactionTemplate(context.getBean(PlatformTransactionManager.class));
    }

    /** Without a broker. */
    static OrchestrationNode start(TestDatabase database, String name, String... settings) {
        return startOn("127.0.0.1:9", database, name, settings);
    }

    static OrchestrationNode startOn(String brokers, TestDatabase database, String name, String... settings) {
        List<String> all = new ArrayList<>(List.of(
                "--spring.datasource.url=" + database.url(),
                "--spring.datasource.username=" + database.user(),
                "--spring.datasource.password=" + database.password(),
                "--spring.main.register-shutdown-hook=false",
                "--spring.main.banner-mode=off",
                "--server.port=0",
                // A JVM has the web applications once, for the service that answers over HTTP.
                "--camunda.bpm.webapp.enabled=false",
                "--camunda.bpm.process-engine-name=" + name,
                // Otherwise nodes in one JVM would deploy one after the other, which no two real nodes do.
                "--camunda.bpm.generic-properties.properties.deployment-synchronized=false",
                "--orderflow.kafka.tenants=" + Event.TENANT,
                "--orderflow.kafka.bootstrap-servers=" + brokers));
        all.addAll(List.of(settings));
        OrchestrationNode node = new OrchestrationNode(
                new SpringApplicationBuilder(OrchestrationApplication.class).run(all.toArray(String[]::new)));
        // A name that it does not like, with a hyphen for example, would make it the JVM's default engine in place of
        // another.
        assertThat(node.engine.getName()).isEqualTo(name);
        return node;
    }

    ProcessEngineConfigurationImpl configuration() {
        return (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();
    }

    /** All events in one transaction, which is repeated as long as it is lost to another node; they share a topic. */
    List<HandlingOutcome> handle(List<Event> events) {
        InboxHandler handler = handlerOf(events.get(0).topic());
        List<InboxEvent> received =
                events.stream().map(event -> received(event, handler)).toList();
        while (true) {
            try {
                return Objects.requireNonNull(transaction.execute(status -> handler.handle(received)));
            } catch (RuntimeException failure) {
                if (!FailureClassifier.isTransient(failure)) {
                    throw failure;
                }
                lostRaces.incrementAndGet();
            }
        }
    }

    HandlingOutcome handle(Event event) {
        return handle(List.of(event)).get(0);
    }

    /** Types of the facts about one order, in order. */
    List<String> factsOf(OrderEvents order) {
        return jdbc.sql("select event_type from outbox_event where partition_key = ? order by id")
                .param(order.orderId)
                .query(String.class)
                .list();
    }

    private InboxHandler handlerOf(String topic) {
        return context.getBeansOfType(InboxHandler.class).values().stream()
                .filter(handler -> handler.subscription().topics().contains(topic))
                .findFirst()
                .orElseThrow();
    }

    private static InboxEvent received(Event event, InboxHandler handler) {
        try {
            byte[] value = event.json().getBytes(StandardCharsets.UTF_8);
            EventEnvelope<?> envelope = CODEC.fromJson(CODEC.parse(value));
            Class<?> payload = Objects.requireNonNull(handler.subscription().payloadType(envelope.eventType()));
            return new InboxEvent(
                    envelope.withPayload(CODEC.payload(CODEC.parse(value).path("payload"), payload)),
                    event.topic(),
                    0,
                    0,
                    0,
                    value);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        context.close();
    }
}
