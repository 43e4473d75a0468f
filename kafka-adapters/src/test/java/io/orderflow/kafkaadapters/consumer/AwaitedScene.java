package io.orderflow.kafkaadapters.consumer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.orderflow.kafkaadapters.ConsumerGroups;
import io.orderflow.kafkaadapters.LibraryNode;
import io.orderflow.kafkaadapters.TestEvents;
import io.orderflow.kafkaadapters.inbox.AwaitedEvent;
import io.orderflow.kafkaadapters.inbox.AwaitedEvents;
import io.orderflow.kafkaadapters.inbox.HandlingOutcome;
import io.orderflow.kafkaadapters.inbox.InboxEvent;
import io.orderflow.testing.support.postgres.TestDatabase;
import io.orderflow.testing.support.postgres.TestPostgres;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** One service with two groups on one topic: one that parks, and one that brings about what the first one waits for. */
final class AwaitedScene implements AutoCloseable {

    private static final Map<String, Object> SHORT_RETRIES = Map.of("orderflow.kafka.consumer.retry-delays.1m", "1s");

    final ScriptedHandler parking = new ScriptedHandler();
    final ScriptedHandler waking = new ScriptedHandler();
    private final TestDatabase database = TestPostgres.newDatabase();
    private final LibraryNode node;

    AwaitedScene() {
        LibraryNode.createTopics();
        ConsumerGroups.startAtTheEnd(parking.group(), TestEvents.TOPIC);
        ConsumerGroups.startAtTheEnd(waking.group(), TestEvents.TOPIC);
        node = anotherNode();
        node.jdbc()
                .sql(
                        "create table effect (line text not null, how text not null, id bigint generated always as identity)")
                .update();
    }

    LibraryNode anotherNode() {
        return LibraryNode.start(database, Set.of("orchestration-service"), SHORT_RETRIES, parking, waking);
    }

    LibraryNode node() {
        return node;
    }

    static String aggregate(String orderId) {
        return "tenant_demo/" + orderId;
    }

    static HandlingOutcome notWaiting(@Nullable Duration atMost) {
        return HandlingOutcome.parked("not_waiting", "nobody waits for it", atMost);
    }

    /** Sends it and waits until the first group has parked it. */
    void park(String orderId, long version, @Nullable Duration atMost) {
        parking.on(orderId + "-" + version, event -> notWaiting(atMost));
        InboxScene.send(InboxScene.event(orderId, version));
        awaitLedger(orderId, version, "PARKED not_waiting nobody waits for it");
    }

    static HandlingOutcome effect(InboxEvent event, String verdict) {
        current()
                .sql("insert into effect (line, how) values (:line, :how)")
                .param("line", ScriptedHandler.line(event))
                .param("how", verdict)
                .update();
        return HandlingOutcome.applied(verdict);
    }

    /** The database as seen by the transaction of whichever node is at work in this thread. */
    static JdbcClient current() {
        return TransactionSynchronizationManager.getResourceMap().keySet().stream()
                .filter(DataSource.class::isInstance)
                .map(source -> JdbcClient.create((DataSource) source))
                .findFirst()
                .orElseThrow();
    }

    List<AwaitedEvent> awaited(String orderId) {
        return bean(AwaitedEvents.class).of(List.of(aggregate(orderId)));
    }

    /** Whoever opens what the events of an order wait for, inside a transaction. */
    void wake(String orderId, Function<AwaitedEvent, HandlingOutcome> outcome) {
        Map<AwaitedEvent, HandlingOutcome> outcomes = new LinkedHashMap<>();
        awaited(orderId).forEach(event -> outcomes.put(event, outcome.apply(event)));
        bean(AwaitedEvents.class).settle(outcomes);
    }

    void wakeInTransaction(String orderId, Function<AwaitedEvent, HandlingOutcome> outcome) {
        node.transaction().executeWithoutResult(status -> wake(orderId, outcome));
    }

    void sweep() {
        bean(ConsumerAutoConfiguration.Consumptions.class).sweep();
    }

    long effects(String orderId) {
        return node.jdbc()
                .sql("select count(*) from effect where line like :order || '-%'")
                .param("order", orderId)
                .query(Long.class)
                .single();
    }

    /** Outcome, code and reason of the parking group's row. */
    String ledger(String orderId, long version) {
        return ledger(parking, orderId, version);
    }

    String ledger(ScriptedHandler handler, String orderId, long version) {
        return node.jdbc()
                .sql("select concat_ws(' ', outcome, code, reason) from inbox_event"
                        + " where consumer = :group and aggregate_id = :order and aggregate_version = :version")
                .param("group", handler.group())
                .param("order", orderId)
                .param("version", version)
                .query(String.class)
                .optional()
                .orElse("nothing");
    }

    void awaitLedger(String orderId, long version, String row) {
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(ledger(orderId, version)).isEqualTo(row));
    }

    /** A column of the order's awaited event as text; empty if nothing waits. */
    List<String> waiting(String orderId, String column) {
        return node.jdbc()
                .sql("select coalesce((%s)::text, 'null') from inbox_parked where wait_key = :key order by parked_at"
                        .formatted(column))
                .param("key", aggregate(orderId))
                .query(String.class)
                .list();
    }

    double counted(String outcome) {
        return node.meters()
                .get("orderflow.inbox.events")
                .tags("consumer", parking.group(), "outcome", outcome)
                .counter()
                .count();
    }

    <T> T bean(Class<T> type) {
        return node.bean(type);
    }

    @Override
    public void close() {
        node.close();
    }
}
