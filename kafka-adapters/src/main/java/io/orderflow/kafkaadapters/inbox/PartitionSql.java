package io.orderflow.kafkaadapters.inbox;

/** DDL on the partitions of {@code inbox_event}. Names and bounds are made from dates, never from input. */
final class PartitionSql {

    /** Any number does, as long as it is always the same: it stands for "the partitions of inbox_event". */
    static final String ONE_AT_A_TIME = "select pg_advisory_xact_lock(4270512201)";

    /** Attaching and dropping need a short exclusive lock; rather try again later than queue in front of consumers. */
    static final String LOCK_TIMEOUT = "set local lock_timeout = '3s'";

    static final String NAMES =
            """
            select child.relname
              from pg_inherits
              join pg_class as child on child.oid = inhrelid
             where inhparent = 'inbox_event'::regclass
             order by child.relname
            """;

    static final String EXISTS = "select to_regclass(:name) is not null";

    /** Only the default partition is cleaned row by row; it holds ids that carry no time. */
    static final String RETIRE_OTHER = "delete from inbox_event_other where received_at < :before";

    private PartitionSql() {}

    static String create(String name) {
        return "create table %s (like inbox_event including all)".formatted(name);
    }

    /** Ids from the future of a wrong clock went to the default partition, which attaching would refuse. */
    static String move(String name) {
        return """
               with moved as (
                    delete from inbox_event_other
                     where event_id >= :from::uuid and event_id < :to::uuid
                 returning *)
               insert into %s select * from moved
               """
                .formatted(name);
    }

    static String attach(String name, String from, String to) {
        return "alter table inbox_event attach partition %s for values from ('%s') to ('%s')".formatted(name, from, to);
    }

    static String drop(String name) {
        return "drop table " + name;
    }
}
