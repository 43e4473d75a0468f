package io.orderflow.kafkaadapters.outbox;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

final class JdbcPublishedEvents implements PublishedEvents {

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final WakeUp wakeUp;

    JdbcPublishedEvents(JdbcClient jdbc, TransactionTemplate transaction, Clock clock, WakeUp wakeUp) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.clock = clock;
        this.wakeUp = wakeUp;
    }

    @Override
    public long resend(Instant from, Instant to, @Nullable String topic, String actor, String reason) {
        Account account = new Account(actor, reason);
        long resent = transaction.execute(status -> {
            long records = jdbc.sql(PublishedSql.RESEND)
                    .param("from", Timestamp.from(from))
                    .param("to", Timestamp.from(to))
                    .param("topic", topic)
                    .update();
            jdbc.sql(AuditSql.RESENT)
                    .param("at", Timestamp.from(clock.instant()))
                    .param("actor", account.actor())
                    .param("reason", account.reason())
                    .param("topic", topic)
                    .param("from", Timestamp.from(from))
                    .param("to", Timestamp.from(to))
                    .param("records", records)
                    .update();
            return records;
        });
        wakeUp.signal();
        return resent;
    }
}
