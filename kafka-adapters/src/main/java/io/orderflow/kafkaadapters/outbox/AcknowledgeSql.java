package io.orderflow.kafkaadapters.outbox;

/**
 * Takes sent rows out of {@code outbox_event}, but only those of shards that are still owned under the same epoch. The commit
 * does not wait for the disk: losing it only sends again.
 */
final class AcknowledgeSql {

    /** A few rows of many shards: one look-up for each. */
    static final String SCATTERED =
            """
            delete from outbox_event as sent
             using unnest(:shards::smallint[], :ids::bigint[], :epochs::bigint[]) as done (shard, id, epoch),
                   outbox_shard as owned,
                   (select set_config('synchronous_commit', 'off', true)) as quick
             where sent.shard = done.shard and sent.id = done.id
               and owned.shard = done.shard and owned.owner = :owner and owned.epoch = done.epoch
            """;

    /** Long runs of a few shards: one walk along the index for each, half the cost. */
    static final String RUNS =
            """
            delete from outbox_event as sent
             using (select known.shard
                      from outbox_shard as known
                      join unnest(:shards::smallint[], :epochs::bigint[]) as mine (shard, epoch)
                        on known.shard = mine.shard and known.epoch = mine.epoch
                     where known.owner = :owner) as owned,
                   (select set_config('synchronous_commit', 'off', true)) as quick
             where sent.shard = owned.shard and sent.id = any(:ids::bigint[])
            """;

    private AcknowledgeSql() {}

    /** As the given statement, and the rows are kept, packed, for as long as they can be sent again. */
    static String keeping(String delete) {
        return """
               with acknowledged as (%s returning 1),
                    kept as (
                    insert into outbox_published (published_at, records, packed) values (now(), :records, :packed))
               select count(*) from acknowledged
               """
                .formatted(delete);
    }
}
