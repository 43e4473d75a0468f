package io.orderflow.kafkaadapters.deadletter;

/** Statements on {@code dead_letter} and {@code dead_letter_audit}. */
final class DeadLetterSql {

    /** A record that fails once more is the same letter: open again, with its number of redrives. */
    static final String PUT =
            """
            insert into dead_letter as known (id, consumer, ledger_id, topic, kafka_partition, kafka_offset,
                    kafka_timestamp, event_id, event_type, tenant_id, aggregate, aggregate_version, failure_class, code,
                    reason, attempts, record_key, record_headers, record_value, state, first_failed_at, failed_at)
            select id, consumer, ledger_id, topic, kafka_partition, kafka_offset,
                   kafka_timestamp, event_id, event_type, tenant_id, aggregate, aggregate_version, failure_class, code,
                   reason, attempts, record_key, record_headers, record_value, 'OPEN', failed_at, failed_at
              from unnest(:ids::uuid[], :consumers::text[], :ledgerIds::uuid[], :topics::text[], :partitions::integer[],
                          :offsets::bigint[], :timestamps::bigint[], :eventIds::text[], :types::text[],
                          :tenants::text[], :aggregates::text[], :versions::text[]::bigint[], :classes::text[],
                          :codes::text[], :reasons::text[], :attempts::text[], :keys::bytea[], :headers::text[],
                          :values::bytea[], :failedAt::text[]::timestamptz[])
                   as failed (id, consumer, ledger_id, topic, kafka_partition, kafka_offset,
                              kafka_timestamp, event_id, event_type, tenant_id, aggregate, aggregate_version,
                              failure_class, code, reason, attempts, record_key, record_headers, record_value, failed_at)
             order by consumer, ledger_id
                on conflict (consumer, ledger_id)
                do update set state = 'OPEN', decided_at = null, failure_class = excluded.failure_class,
                              code = excluded.code, reason = excluded.reason, attempts = excluded.attempts,
                              record_key = excluded.record_key, record_headers = excluded.record_headers,
                              record_value = excluded.record_value, aggregate = excluded.aggregate,
                              aggregate_version = excluded.aggregate_version, failed_at = excluded.failed_at
            """;

    private static final String MATCHING =
            """
             where (:consumer::text is null or consumer = :consumer)
               and (cardinality(:ids::uuid[]) = 0 or id = any(:ids::uuid[]))
               and (:topic::text is null or topic = :topic)
               and (:failureClass::text is null or failure_class = :failureClass)
               and (:code::text is null or code = :code)
               and (:eventType::text is null or event_type = :eventType)
               and (:tenant::text is null or tenant_id = :tenant)
               and (:aggregate::text is null or aggregate = tenant_id || '/' || :aggregate)
               and (:from::timestamptz is null or failed_at >= :from)
               and (:before::timestamptz is null or failed_at < :before)
               and state = :state
            """;

    /** Without values, which may be large and many. */
    static final String LIST =
            """
            select id, consumer, ledger_id, topic, kafka_partition, kafka_offset, kafka_timestamp, event_id, event_type,
                   tenant_id, aggregate, aggregate_version, failure_class, code, reason, attempts, record_key,
                   record_headers, null::bytea as record_value, state, redrives, first_failed_at, failed_at
              from dead_letter
            """
                    + MATCHING + " order by failed_at, id limit :limit";

    static final String COUNT =
            "select count(*) from (select 1 from dead_letter" + MATCHING + " limit :limit) as counted";

    static final String FIND = "select * from dead_letter where id = :id";

    /** Nobody waits: a letter that somebody else has in hand is not there. */
    static final String LOCK_OPEN =
            "select * from dead_letter where id = :id and state = 'OPEN' for update skip locked";

    static final String FAILED_AGAIN =
            "update dead_letter set redrives = redrives + 1, failed_at = :now where id = :id";

    static final String DECIDE = "update dead_letter set state = :state, decided_at = :now where id = :id";

    /** The same record under the id that it has since it can be read. */
    static final String CARRY_OVER =
            "update dead_letter set redrives = :redrives where consumer = :consumer and ledger_id = :ledgerId";

    static final String AUDIT =
            """
            insert into dead_letter_audit (at, actor, reason, action, dead_letter, consumer, topic, kafka_partition,
                                           kafka_offset, event_id, code, result, detail, digest)
            select :now, :actor, :reason, :action, id, consumer, topic, kafka_partition,
                   kafka_offset, event_id, :code, :result, :detail, :digest
              from dead_letter
             where id = :id
            """;

    static final String DECISIONS = "select * from dead_letter_audit where dead_letter = :id order by id desc";

    static final String WAITING =
            """
            select count(*), min(failed_at)
              from (select failed_at from dead_letter where consumer = :consumer and state = 'OPEN'
                     order by failed_at limit :limit) as counted
            """;

    static final String RETIRE =
            """
            delete from dead_letter
             where id = any(array(select id from dead_letter where state <> 'OPEN' and decided_at < :before limit :limit))
            """;

    private DeadLetterSql() {}
}
