package io.orderflow.kafkaadapters.outbox;

import java.time.Instant;

/** Statements on {@code outbox_published} and its partitions. */
final class PublishedSql {

    static final String KEPT =
            """
            select packed from outbox_published
             where published_at >= :from and published_at < :to
             order by published_at
            """;

    /** Back under the old numbers, so that the old order holds; what still waits to be sent is not doubled. */
    static final String RESEND =
            """
            insert into outbox_event (shard, id, topic, partition_key, event_type, headers, value, is_envelope, created_at)
            overriding system value
            select * from unnest(:shards::smallint[], :ids::bigint[], :topics::text[], :keys::text[], :types::text[],
                                 :headers::text[], :values::bytea[], :envelopes::boolean[], :createdAt::timestamptz[])
                on conflict (shard, id) do nothing
            """;

    static final String PARTITIONS =
            """
            select child.relname
              from pg_inherits join pg_class as child on child.oid = inhrelid
             where inhparent = 'outbox_published'::regclass and child.relname <> 'outbox_published_default'
            """;

    static final String CLEAR_DEFAULT = "delete from outbox_published_default where published_at < :before";

    static final String NOW = "select clock_timestamp()";

    /** Names come from {@link PublishedPartitions} alone; partitions live too briefly for a vacuum to pay. */
    static String create(String name, Instant from, Instant to) {
        return "create table if not exists %s partition of outbox_published for values from ('%s') to ('%s') with (autovacuum_enabled = off)"
                .formatted(name, from, to);
    }

    static String drop(String name) {
        return "drop table if exists " + name;
    }

    private PublishedSql() {}
}
