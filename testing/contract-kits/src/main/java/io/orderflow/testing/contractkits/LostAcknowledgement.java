package io.orderflow.testing.contractkits;

import io.orderflow.kafkaadapters.catalog.EventDefinition;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Loses the next acknowledgement of an event type: Kafka has the record, and the outbox fails to take note of it. What a
 * crash between the two leaves behind, without a crash. Every later acknowledgement goes through.
 */
final class LostAcknowledgement implements AutoCloseable {

    private final JdbcClient jdbc;
    private final EventDefinition event;

    private LostAcknowledgement(JdbcClient jdbc, EventDefinition event) {
        this.jdbc = jdbc;
        this.event = event;
    }

    static LostAcknowledgement of(EventDefinition event, JdbcClient jdbc) {
        LostAcknowledgement lost = new LostAcknowledgement(jdbc, event);
        lost.execute(LostAcknowledgementSql.BEGIN);
        return lost;
    }

    @Override
    public void close() {
        execute(LostAcknowledgementSql.END);
    }

    /** Names of letters and dots (the catalogue's schemas say so), and a statement that defines cannot be bound. */
    private void execute(String statement) {
        jdbc.sql(statement.replace("${eventType}", event.eventType()).replace("${topic}", event.topic()))
                .update();
    }
}
