package io.orderflow.testing.contractkits;

import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Loses the next acknowledgement of an event type: Kafka has the record, and the outbox fails to take note of it. What a
 * crash between the two leaves behind, without a crash. Every later acknowledgement goes through.
 */
final class LostAcknowledgement implements AutoCloseable {

    private final JdbcClient jdbc;
    private final String eventType;

    private LostAcknowledgement(JdbcClient jdbc, String eventType) {
        this.jdbc = jdbc;
        this.eventType = eventType;
    }

    static LostAcknowledgement of(String eventType, JdbcClient jdbc) {
        LostAcknowledgement lost = new LostAcknowledgement(jdbc, eventType);
        lost.execute(LostAcknowledgementSql.BEGIN);
        return lost;
    }

    @Override
    public void close() {
        execute(LostAcknowledgementSql.END);
    }

    /** An event type is a name of letters (the catalogue's schema says so), and a statement that defines cannot be bound. */
    private void execute(String statement) {
        jdbc.sql(statement.replace("${eventType}", eventType)).update();
    }
}
