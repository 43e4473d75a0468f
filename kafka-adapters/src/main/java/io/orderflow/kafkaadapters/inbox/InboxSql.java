package io.orderflow.kafkaadapters.inbox;

/** Statements on {@code inbox_event}. */
final class InboxSql {

    /** Sorted by id, so that two batches with common events never wait for each other crosswise. */
    static final String INSERT_NEW =
            """
            insert into inbox_event (consumer, event_id, topic, kafka_partition, kafka_offset, event_type, tenant_id,
                                     aggregate_id, aggregate_version, digest, outcome, code, reason, received_at)
            select :consumer, event_id, topic, kafka_partition, kafka_offset, event_type, tenant_id,
                   aggregate_id, aggregate_version, digest, outcome, code, reason, :receivedAt
              from unnest(:ids::uuid[], :topics::text[], :partitions::integer[], :offsets::bigint[], :types::text[],
                          :tenants::text[], :aggregates::text[], :versions::text[]::bigint[],
                          :digests::text[]::bigint[], :outcomes::text[],
                          :codes::text[], :reasons::text[])
                   as received (event_id, topic, kafka_partition, kafka_offset, event_type, tenant_id,
                                aggregate_id, aggregate_version, digest, outcome, code, reason)
             order by event_id
                on conflict (consumer, event_id) do nothing
            returning event_id
            """;

    static final String SET_OUTCOMES =
            """
            update inbox_event as known
               set outcome = decided.outcome, code = decided.code, reason = decided.reason, attempts = decided.attempts
              from unnest(:ids::uuid[], :outcomes::text[], :codes::text[], :reasons::text[], :attempts::integer[])
                   as decided (event_id, outcome, code, reason, attempts)
             where known.consumer = :consumer and known.event_id = any(:ids::uuid[])
               and known.event_id = decided.event_id
            """;

    static final String DIGESTS =
            """
            select event_id, digest from inbox_event
             where consumer = :consumer and event_id = any(:ids::uuid[]) and digest is not null
            """;

    static final String LOCK_RETRYING =
            """
            select event_id, attempts from inbox_event
             where consumer = :consumer and event_id = any(:ids::uuid[]) and outcome = 'RETRYING'
             order by event_id
               for update
            """;

    private InboxSql() {}
}
