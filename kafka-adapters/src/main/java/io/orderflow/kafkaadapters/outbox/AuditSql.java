package io.orderflow.kafkaadapters.outbox;

/** The statement on {@code outbox_audit} that stands alone; those on parked rows write theirs in passing. */
final class AuditSql {

    static final String RESENT =
            """
            insert into outbox_audit (at, actor, reason, action, topic, from_time, to_time, records)
            values (:at, :actor, :reason, 'RESEND', :topic, :from, :to, :records)
            """;

    private AuditSql() {}
}
