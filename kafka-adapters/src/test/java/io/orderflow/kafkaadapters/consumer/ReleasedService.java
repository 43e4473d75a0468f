package io.orderflow.kafkaadapters.consumer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.orderflow.kafkaadapters.ConsumerGroups;
import io.orderflow.kafkaadapters.LibraryNode;
import io.orderflow.kafkaadapters.TestEvents;
import io.orderflow.kafkaadapters.catalog.EventCatalog;
import io.orderflow.kafkaadapters.envelope.EventOrigin;
import io.orderflow.kafkaadapters.inbox.HandlingOutcome;
import io.orderflow.kafkaadapters.inbox.InboxEvent;
import io.orderflow.kafkaadapters.inbox.InboxHandler;
import io.orderflow.kafkaadapters.inbox.InboxSubscription;
import io.orderflow.kafkaadapters.outbox.OutgoingEvent;
import io.orderflow.testing.support.postgres.TestDatabase;
import io.orderflow.testing.support.postgres.TestPostgres;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;

/** A service that was built with one release of the contracts, on a database of its own. */
final class ReleasedService implements AutoCloseable {

    private static final String TYPE = "OrderLineReleased";
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final TestDatabase database = TestPostgres.newDatabase();
    private final String group = "test." + UUID.randomUUID() + ".consumer";
    private final List<InboxEvent> handled = new CopyOnWriteArrayList<>();
    private final Map<String, Object> settings;
    private LibraryNode node;

    private ReleasedService(EventCatalog contracts) {
        settings = Map.of();
        node = LibraryNode.start(database, contracts, Set.of("orchestration-service"), settings);
    }

    private ReleasedService(EventCatalog contracts, Class<?> payload, Map<String, Object> settings) {
        this.settings = settings;
        LibraryNode.createTopics();
        ConsumerGroups.startAtTheEnd(group, TestEvents.TOPIC);
        upgrade(contracts, payload);
    }

    static ReleasedService producer(EventCatalog contracts) {
        return new ReleasedService(contracts);
    }

    /** @param payload what this release reads the payload into */
    static ReleasedService consumer(EventCatalog contracts, Class<?> payload, Map<String, Object> settings) {
        return new ReleasedService(contracts, payload, settings);
    }

    /** Starts it again with another release; what is in its database stays. */
    void upgrade(EventCatalog contracts, Class<?> payload) {
        close();
        node = LibraryNode.start(database, contracts, Set.of("orchestration-service"), settings, new Handler(payload));
    }

    void publish(String orderId, long version, Object payload) {
        OutgoingEvent event = new OutgoingEvent(
                TYPE,
                "tenant_demo",
                "OrderProcess",
                orderId,
                version,
                TestEvents.NOON,
                payload,
                new EventOrigin("corr_1", "evt_1", null, Map.of()));
        node.transaction().executeWithoutResult(status -> node.outbox().append(event));
    }

    /** The payloads as they were read, in the order of handling. */
    List<Object> applied(String orderId) {
        return handledOf(orderId)
                .<Object>map(event -> event.envelope().payload())
                .toList();
    }

    List<Long> aggregateVersions(String orderId) {
        return handledOf(orderId)
                .map(event -> event.envelope().aggregateVersion())
                .toList();
    }

    List<Object> awaitApplied(String orderId, int many) {
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(applied(orderId)).hasSize(many));
        return applied(orderId);
    }

    /** Sweeps as the upkeep does every half minute. */
    void sweepUntilApplied(String orderId, int many) {
        await().atMost(PATIENCE).untilAsserted(() -> {
            node.bean(ConsumerAutoConfiguration.Consumptions.class).each().forEach(Consumption::sweepParked);
            assertThat(applied(orderId)).hasSize(many);
        });
    }

    void awaitOutcome(String outcome, String code) {
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(node.jdbc()
                        .sql("select count(*) from inbox_event where outcome = :outcome and code = :code")
                        .param("outcome", outcome)
                        .param("code", code)
                        .query(Long.class)
                        .single())
                .isOne());
    }

    void awaitParked(long many) {
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(node.count("select count(*) from inbox_event where outcome = 'PARKED'"))
                        .isEqualTo(many));
    }

    private Stream<InboxEvent> handledOf(String orderId) {
        return handled.stream().filter(event -> event.envelope().aggregateId().equals(orderId));
    }

    private final class Handler implements InboxHandler {

        private final InboxSubscription subscription;

        Handler(Class<?> payload) {
            subscription = new InboxSubscription(group, TestEvents.TOPIC, Map.of(TYPE, payload));
        }

        @Override
        public InboxSubscription subscription() {
            return subscription;
        }

        @Override
        public List<HandlingOutcome> handle(List<InboxEvent> events) {
            handled.addAll(events);
            return Collections.nCopies(events.size(), HandlingOutcome.applied());
        }
    }

    @Override
    public void close() {
        if (node != null) {
            node.close();
        }
    }
}
