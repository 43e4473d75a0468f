package io.orderflow.kafkaadapters.outbox;

/** Statements on {@code outbox_event} and {@code outbox_aggregate_version}. */
final class OutboxSql {

    /** Ids are taken after the sort, so they follow the order of appending. */
    static final String INSERT =
            """
            insert into outbox_event (shard, topic, partition_key, event_type, headers, value, is_envelope, created_at)
            select shard, topic, partition_key, event_type, headers, value, is_envelope, :createdAt
              from unnest(:shards::smallint[], :topics::text[], :keys::text[], :types::text[], :headers::text[],
                          :values::bytea[], :envelopes::boolean[])
                   with ordinality
                   as row (shard, topic, partition_key, event_type, headers, value, is_envelope, position)
             order by position
            """;

    /** Sorted by key, so that two transactions never wait for each other crosswise. */
    static final String NEXT_VERSIONS =
            """
            insert into outbox_aggregate_version as known (aggregate_type, tenant_id, aggregate_id, version)
            select aggregate_type, tenant_id, aggregate_id, many
              from unnest(:types::text[], :tenants::text[], :ids::text[], :counts::bigint[])
                   as new (aggregate_type, tenant_id, aggregate_id, many)
             order by aggregate_type, tenant_id, aggregate_id
                on conflict (aggregate_type, tenant_id, aggregate_id)
                do update set version = known.version + excluded.version
            returning aggregate_type, tenant_id, aggregate_id, version
            """;

    /**
     * The next rows of each given shard along its primary key, shard by shard, at most so many of each, and no more bytes
     * at a time than memory can bear. Not sorted over the shards: a key lies in one of them.
     */
    static final String NEXT_BATCH =
            """
            select shard, id, topic, partition_key, event_type, headers, value, is_envelope, created_at
              from (select head.*, sum(octet_length(head.value)) over (rows unbounded preceding) as bytes
                      from unnest(:shards::smallint[], :after::bigint[], :limits::int[]) as owned (shard, after, most)
                     cross join lateral (
                           select * from outbox_event
                            where shard = owned.shard and id > owned.after and topic <> all(:paused::text[])
                            order by id limit owned.most) as head) as heads
             where bytes - octet_length(value) < :mostBytes
            """;

    /** At most 32 index probes for the age; the count stops at its limit. */
    static final String BACKLOG =
            """
            select (select count(*) from (select 1 from outbox_event limit :limit) as counted) as pending,
                   (select min(head.created_at)
                      from generate_series(0, 31) as all_shards (shard)
                     cross join lateral (
                           select created_at from outbox_event where shard = all_shards.shard order by id limit 1)
                        as head) as oldest,
                   (select count(*) from (select 1 from outbox_parked limit :limit) as counted) as parked
            """;

    private OutboxSql() {}
}
