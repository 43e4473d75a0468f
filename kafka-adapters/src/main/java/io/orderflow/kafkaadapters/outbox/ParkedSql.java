package io.orderflow.kafkaadapters.outbox;

/**
 * Statements on {@code outbox_parked}. Whoever moves rows in or out holds the lock of their shard, so that a relay cannot
 * park behind a row that an operator is just sending on its way.
 */
final class ParkedSql {

    /** The first number only keeps these locks apart from others. */
    static final String LOCK =
            """
            select pg_advisory_xact_lock(730521, locked.shard)
              from (select shard from unnest(:shards::int[]) as wanted (shard) order by shard) as locked
            """;

    static final String PARK =
            """
            with taken as (
                delete from outbox_event as unsent
                 using unnest(:shards::smallint[], :ids::bigint[], :epochs::bigint[], :codes::text[], :reasons::text[])
                           as refused (shard, id, epoch, code, reason),
                       outbox_shard as owned
                 where unsent.shard = refused.shard and unsent.id = refused.id
                   and owned.shard = refused.shard and owned.owner = :owner and owned.epoch = refused.epoch
                returning unsent.*, refused.code, refused.reason)
            insert into outbox_parked (shard, id, topic, partition_key, event_type, headers, value, is_envelope,
                                       created_at, parked_at, code, reason)
            select shard, id, topic, partition_key, event_type, headers, value, is_envelope, created_at,
                   :parkedAt, code, reason
              from taken
            """;

    /** Only behind what is still parked: looked up again under the lock. */
    static final String PARK_BEHIND =
            """
            with taken as (
                delete from outbox_event as unsent
                 using unnest(:shards::smallint[], :ids::bigint[], :epochs::bigint[]) as behind (shard, id, epoch),
                       outbox_shard as owned
                 where unsent.shard = behind.shard and unsent.id = behind.id
                   and owned.shard = behind.shard and owned.owner = :owner and owned.epoch = behind.epoch
                   and exists (select from outbox_parked as first
                                where first.topic = unsent.topic and first.partition_key = unsent.partition_key
                                  and first.id < unsent.id)
                returning unsent.*)
            insert into outbox_parked (shard, id, topic, partition_key, event_type, headers, value, is_envelope,
                                       created_at, parked_at, code, reason)
            select shard, id, topic, partition_key, event_type, headers, value, is_envelope, created_at,
                   :parkedAt, 'behind_parked', 'Waits behind an earlier event of its key that is parked'
              from taken
            """;

    static final String HELD_KEYS =
            """
            select topic, partition_key, min(id) from outbox_parked
             where shard = any(:shards::smallint[]) and partition_key is not null
             group by topic, partition_key
            """;

    static final String LIST =
            """
            select shard, id, topic, partition_key, event_type, headers, code, reason, created_at, parked_at
              from outbox_parked
             where (:topic::text is null or topic = :topic) and (:code::text is null or code = :code)
             order by id limit :limit
            """;

    static final String FIND =
            """
            select shard, id, topic, partition_key, event_type, headers, code, reason, created_at, parked_at
              from outbox_parked where shard = :shard and id = :id
            """;

    static final String EARLIER_OF_KEY =
            """
            select id from outbox_parked
             where topic = :topic and partition_key = :key and id < :id
             order by id limit 1
            """;

    private static final String AUDIT =
            """
            insert into outbox_audit (at, actor, reason, action, topic, partition_key, shard, row_id, event_type, headers,
                                      parked_code, records)
            select :at, :actor, :reason, :action, topic, partition_key, shard, id, event_type, headers, code, 1
              from taken
            """;

    private static final String BACK =
            """
            , back as (
                insert into outbox_event (shard, id, topic, partition_key, event_type, headers, value, is_envelope,
                                          created_at)
                overriding system value
                select shard, id, topic, partition_key, event_type, headers, value, is_envelope, created_at from taken)
            """;

    private static final String ROW =
            "with taken as (delete from outbox_parked where shard = :shard and id = :id returning *)";

    private static final String KEY =
            "with taken as (delete from outbox_parked where topic = :topic and partition_key = :key returning *)";

    private static final String TOPIC = "with taken as (delete from outbox_parked where topic = :topic returning *)";

    /** What waits behind nothing any more. */
    private static final String FOLLOWERS =
            """
            with taken as (
                delete from outbox_parked as follower
                 where topic = :topic and partition_key = :key and code = 'behind_parked'
                   and not exists (select from outbox_parked as first
                                    where first.topic = follower.topic and first.partition_key = follower.partition_key
                                      and first.id < follower.id and first.code <> 'behind_parked')
                returning *)
            """;

    static final String REQUEUE_ROW = ROW + BACK + AUDIT;
    static final String REQUEUE_KEY = KEY + BACK + AUDIT;
    static final String REQUEUE_TOPIC = TOPIC + BACK + AUDIT;
    static final String DISCARD_ROW = ROW + AUDIT;
    static final String RELEASE_FOLLOWERS = FOLLOWERS + BACK + AUDIT;

    private ParkedSql() {}
}
