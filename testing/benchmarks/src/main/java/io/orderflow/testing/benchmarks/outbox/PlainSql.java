package io.orderflow.testing.benchmarks.outbox;

/** The usual outbox table: a status column, an index on it, and one update per row. */
final class PlainSql {

    static final String CREATE =
            """
            create table plain_outbox (
                id              bigint      primary key generated always as identity,
                topic           text        not null,
                partition_key   text        not null,
                headers         text        not null,
                payload         bytea       not null,
                status          text        not null default 'PENDING',
                claimed_by      text,
                created_at      timestamptz not null default now(),
                published_at    timestamptz,
                kafka_partition integer,
                kafka_offset    bigint
            );
            create index plain_outbox_pending on plain_outbox (status, id)
            """;

    static final String INSERT =
            """
            insert into plain_outbox (topic, partition_key, headers, payload)
            values (:topic, :key, :headers, :payload)
            """;

    static final String CLAIM =
            """
            update plain_outbox
               set status = 'CLAIMED', claimed_by = :owner
             where id in (select id from plain_outbox
                           where status = 'PENDING' order by id limit :many for update skip locked)
            returning id, topic, partition_key, headers, payload
            """;

    static final String MARK_PUBLISHED =
            """
            update plain_outbox
               set status = 'PUBLISHED', published_at = now(), kafka_partition = :partition, kafka_offset = :offset
             where id = :id
            """;

    private PlainSql() {}
}
