package io.orderflow.kafkaadapters.inbox;

/** Statements on awaited events in {@code inbox_parked} and on their ledger rows. */
final class AwaitedSql {

    /** The order is total and never changes, so that two who want the same rows never wait for each other crosswise. */
    static final String LOCK =
            """
            select * from inbox_parked
             where wait_key = any(:keys::text[])
             order by parked_at, kafka_offset, consumer, event_id
               for update
            """;

    static final String FIND =
            """
            select * from inbox_parked
             where consumer = :consumer and event_id = :id and kind = 'AWAITED'
            """;

    static final String LOCK_ONE = FIND + "   for update\n";

    /** Committed before the first of them is looked at: another sweep at the same time gets others. */
    static final String LOOK =
            """
            update inbox_parked as parked
               set looked_at = :now
              from (select consumer, event_id from inbox_parked
                     where consumer = :consumer and looked_at is not null
                     order by looked_at
                     limit :atMost
                       for update skip locked) as longest
             where parked.consumer = longest.consumer and parked.event_id = longest.event_id
            returning parked.*
            """;

    static final String REMOVE =
            """
            delete from inbox_parked as parked
             using unnest(:consumers::text[], :ids::uuid[]) as settled (consumer, event_id)
             where parked.consumer = any(:consumers::text[]) and parked.event_id = any(:ids::uuid[])
               and parked.consumer = settled.consumer and parked.event_id = settled.event_id
               and parked.kind = 'AWAITED'
            returning parked.*
            """;

    static final String RESTATE =
            """
            update inbox_parked
               set code = :code, reason = :reason
             where consumer = :consumer and event_id = :id and kind = 'AWAITED'
            """;

    static final String SETTLE =
            """
            update inbox_event as known
               set outcome = settled.outcome, code = settled.code, reason = settled.reason
              from unnest(:consumers::text[], :ids::uuid[], :outcomes::text[], :codes::text[], :reasons::text[])
                   as settled (consumer, event_id, outcome, code, reason)
             where known.consumer = any(:consumers::text[]) and known.event_id = any(:ids::uuid[])
               and known.consumer = settled.consumer and known.event_id = settled.event_id
            """;

    private AwaitedSql() {}
}
