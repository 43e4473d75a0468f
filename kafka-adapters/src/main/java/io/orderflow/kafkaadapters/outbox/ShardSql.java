package io.orderflow.kafkaadapters.outbox;

/**
 * Statements on {@code outbox_shard} and {@code outbox_relay}. They use the database's clock on purpose: it is the only
 * one that all relays share.
 */
final class ShardSql {

    static final String ALIVE =
            """
            insert into outbox_relay (owner, alive_until) values (:owner, clock_timestamp() + :lease::interval)
                on conflict (owner) do update set alive_until = excluded.alive_until
            """;

    static final String ALIVE_RELAYS = "select count(*) from outbox_relay where alive_until > clock_timestamp()";

    /** Renews what is owned and takes free or expired shards, up to the fair share; the epoch marks a new owner. */
    static final String LEASE =
            """
            update outbox_shard as leased
               set epoch = leased.epoch + case when leased.owner = :owner then 0 else 1 end,
                   owner = :owner,
                   lease_until = clock_timestamp() + :lease::interval
              from (select shard from outbox_shard
                     where owner = :owner or owner is null or lease_until < clock_timestamp()
                     order by (owner = :owner and lease_until >= clock_timestamp()) desc nulls last, shard
                     limit :share
                       for update skip locked) as wanted
             where leased.shard = wanted.shard
            returning leased.shard, leased.epoch
            """;

    /** Gives back what exceeds the fair share, so that another relay can take it. */
    static final String RELEASE_OTHERS =
            """
            update outbox_shard set owner = null, lease_until = '-infinity'
             where owner = :owner and not (shard = any(:kept::smallint[]))
            """;

    static final String GONE = "delete from outbox_relay where owner = :owner";

    /** The epoch grows when somebody takes the shard again, even if that is the old owner. */
    static final String FREE_EXPIRED =
            """
            update outbox_shard set owner = null, lease_until = '-infinity'
             where owner is not null and lease_until < clock_timestamp() - :grace::interval
            """;

    static final String BURY_RELAYS =
            "delete from outbox_relay where alive_until < clock_timestamp() - :grace::interval";

    private ShardSql() {}
}
