package io.orderflow.kafkaadapters.outbox;

import java.time.Instant;

/** Statements on {@code outbox_published} and its partitions. */
final class PublishedSql {

    /**
     * Moves sent rows into the window, but only those of shards that are still owned under the same epoch. The commit does
     * not wait for the disk: losing it only sends again.
     */
    static final String MOVE =
            """
            with acknowledged as (
                delete from outbox_event as sent
                 using unnest(:shards::smallint[], :ids::bigint[], :epochs::bigint[]) as done (shard, id, epoch),
                       outbox_shard as owned,
                       (select set_config('synchronous_commit', 'off', true)) as quick
                 where sent.shard = done.shard and sent.id = done.id
                   and owned.shard = done.shard and owned.owner = :owner and owned.epoch = done.epoch
                returning sent.*)
            insert into outbox_published (shard, id, topic, partition_key, event_type, headers, value, is_envelope,
                                          created_at, published_at)
            select shard, id, topic, partition_key, event_type, headers, value, is_envelope, created_at, now()
              from acknowledged
            """;

    /** Back under the old numbers, so that the old order holds. */
    static final String RESEND =
            """
            with again as (
                delete from outbox_published
                 where published_at >= :from and published_at < :to
                   and (:topic::text is null or topic = :topic)
                returning *)
            insert into outbox_event (shard, id, topic, partition_key, event_type, headers, value, is_envelope, created_at)
            overriding system value
            select shard, id, topic, partition_key, event_type, headers, value, is_envelope, created_at from again
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
