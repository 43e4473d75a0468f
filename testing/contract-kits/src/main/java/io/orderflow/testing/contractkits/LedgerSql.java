package io.orderflow.testing.contractkits;

/** Statements on {@code inbox_event}. */
final class LedgerSql {

    static final String VERDICT =
            """
            select outcome, coalesce(code, '') as code, coalesce(reason, '') as reason from inbox_event
             where consumer = :consumer and topic = :topic and kafka_partition = :partition and kafka_offset = :offset
            """;

    private LedgerSql() {}
}
