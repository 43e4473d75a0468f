package io.orderflow.testing.benchmarks.inbox;

/** The usual inbox: one row for each event, inserted and then marked. */
final class PlainInboxSql {

    static final String CREATE =
            """
            create table plain_inbox (
                event_id        uuid        not null,
                consumer        text        not null,
                topic           text        not null,
                kafka_partition integer     not null,
                kafka_offset    bigint      not null,
                status          text        not null,
                received_at     timestamptz not null default now(),
                processed_at    timestamptz,
                primary key (consumer, event_id)
            )
            """;

    static final String TRY_START =
            """
            insert into plain_inbox (event_id, consumer, topic, kafka_partition, kafka_offset, status)
            values (:id, :consumer, :topic, :partition, :offset, 'STARTED')
                on conflict do nothing
            """;

    static final String MARK_PROCESSED =
            """
            update plain_inbox set status = 'PROCESSED', processed_at = now()
             where consumer = :consumer and event_id = :id
            """;

    private PlainInboxSql() {}
}
