package io.orderflow.kafkaadapters.inbox;

/** Statements on {@code inbox_parked}. */
final class ParkedSql {

    static final String PUT =
            """
            insert into inbox_parked (consumer, event_id, kind, aggregate, aggregate_version, topic, kafka_partition,
                                      kafka_offset, kafka_timestamp, record_key, record_headers, record_value,
                                      wait_key, code, reason, parked_at, deadline, looked_at)
            select :consumer, event_id, kind, aggregate, aggregate_version, topic, kafka_partition,
                   kafka_offset, kafka_timestamp, record_key, record_headers, record_value,
                   wait_key, code, reason, parked_at, deadline, case when wait_key is not null then parked_at end
              from unnest(:ids::uuid[], :kinds::text[], :aggregates::text[], :versions::text[]::bigint[],
                          :topics::text[], :partitions::integer[], :offsets::bigint[], :timestamps::bigint[],
                          :keys::bytea[], :headers::text[], :values::bytea[], :waitKeys::text[], :codes::text[],
                          :reasons::text[], :parkedAts::text[]::timestamptz[], :deadlines::text[]::timestamptz[])
                   as early (event_id, kind, aggregate, aggregate_version, topic, kafka_partition,
                             kafka_offset, kafka_timestamp, record_key, record_headers, record_value,
                             wait_key, code, reason, parked_at, deadline)
                on conflict (consumer, event_id) do nothing
            """;

    static final String OF_AGGREGATES =
            """
            select * from inbox_parked
             where consumer = :consumer and aggregate = any(:aggregates::text[])
             order by aggregate, aggregate_version
            """;

    static final String REMOVE = "delete from inbox_parked where consumer = :consumer and event_id = any(:ids::uuid[])";

    static final String OF_KIND =
            """
            select * from inbox_parked
             where consumer = :consumer and kind = :kind
             order by kafka_partition, kafka_offset
             limit :atMost
               for update skip locked
            """;

    static final String EXPIRED =
            """
            select * from inbox_parked
             where consumer = :consumer and deadline < :now
             order by aggregate, aggregate_version
             limit :atMost
               for update skip locked
            """;

    /** Parked although the version before it has been reached: a wake-up that nobody gave. */
    static final String FORGOTTEN =
            """
            select distinct parked.aggregate
              from inbox_parked as parked
              join inbox_aggregate as known on known.consumer = parked.consumer and known.aggregate = parked.aggregate
             where parked.consumer = :consumer and parked.aggregate_version <= known.version + 1
             limit :atMost
            """;

    static final String COUNT =
            """
            select kind, count(*), min(parked_at)
              from (select kind, parked_at from inbox_parked where consumer = :consumer limit :atMost) as counted
             group by kind
            """;

    private ParkedSql() {}
}
