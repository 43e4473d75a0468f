package io.orderflow.kafkaadapters.faults;

import io.orderflow.kafkaadapters.TestEvents;
import io.orderflow.kafkaadapters.TestEvents.LineReleased;
import io.orderflow.kafkaadapters.inbox.HandlingOutcome;
import io.orderflow.kafkaadapters.inbox.InboxEvent;
import io.orderflow.kafkaadapters.inbox.InboxHandler;
import io.orderflow.kafkaadapters.inbox.InboxSubscription;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Its effect is a row for each event in a table without any constraint: a second application shows, and so does the order
 * of applications. Written with one statement, so that the test measures the library and not its handler.
 */
final class EffectHandler implements InboxHandler {

    private static final String INSERT =
            """
            insert into effect (event_id, aggregate_id, version)
            select event_id, aggregate_id, version
              from unnest(:ids::uuid[], :aggregates::text[], :versions::bigint[])
                   with ordinality as applied (event_id, aggregate_id, version, position)
             order by position
            """;

    private final InboxSubscription subscription;
    private final JdbcClient jdbc;
    private final Consumer<List<InboxEvent>> interference;

    EffectHandler(String consumerGroup, JdbcClient jdbc) {
        this(consumerGroup, jdbc, events -> {});
    }

    /** @param interference comes after the effects and before the commit */
    EffectHandler(String consumerGroup, JdbcClient jdbc, Consumer<List<InboxEvent>> interference) {
        this.subscription =
                new InboxSubscription(consumerGroup, TestEvents.TOPIC, Map.of("OrderLineReleased", LineReleased.class));
        this.jdbc = jdbc;
        this.interference = interference;
    }

    @Override
    public InboxSubscription subscription() {
        return subscription;
    }

    @Override
    public List<HandlingOutcome> handle(List<InboxEvent> events) {
        jdbc.sql(INSERT)
                .param(
                        "ids",
                        events.stream()
                                .map(event -> event.envelope().eventId().toString())
                                .toArray(String[]::new))
                .param(
                        "aggregates",
                        events.stream()
                                .map(event -> event.envelope().aggregateId())
                                .toArray(String[]::new))
                .param(
                        "versions",
                        events.stream()
                                .mapToLong(event -> event.envelope().aggregateVersion())
                                .toArray())
                .update();
        interference.accept(events);
        return events.stream().map(event -> HandlingOutcome.applied()).toList();
    }
}
