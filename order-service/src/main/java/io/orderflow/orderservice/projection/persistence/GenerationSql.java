package io.orderflow.orderservice.projection.persistence;

/** Statements on {@code order_summary_generation}, and on whole tables. */
final class GenerationSql {

    static final String ALL =
            """
            select g.* from order_summary_generation g order by g.number
            """;

    static final String INSERT =
            """
            insert into order_summary_generation (number, state, created_at, created_by)
            select max(number) + 1, 'BUILDING', :now, :by from order_summary_generation
            returning number
            """;

    static final String BEGIN_RUN =
            """
            update order_summary_generation
               set state = 'BUILDING', run_by = :by, run_on = :node, run_began_at = :now, run_events = 0, run_millis = 0,
                   skipped = 0, early = 0, failure = null, old_rows = null, old_checksum = null, new_rows = null,
                   new_checksum = null, differing = null, differences = null
             where number = :number
            """;

    static final String PROGRESS =
            """
            update order_summary_generation
               set run_events = :events, run_millis = :millis, skipped = :skipped, early = :early
             where number = :number
            """;

    static final String FAILED =
            """
            update order_summary_generation set failure = :failure where number = :number
            """;

    static final String COMPARED =
            """
            update order_summary_generation
               set state = 'DIFFERENT', old_rows = :oldRows, old_checksum = :oldChecksum, new_rows = :newRows,
                   new_checksum = :newChecksum, differing = :differing, differences = :differences::jsonb
             where number = :number
            """;

    static final String LEAVE_USE =
            """
            update order_summary_generation set state = 'OLD' where state = 'CURRENT'
            """;

    static final String COME_INTO_USE =
            """
            update order_summary_generation set state = 'CURRENT', switched_at = :now, accepted_because = :because
             where number = :number
            """;

    /** Only from the one state: nobody else may have changed it. */
    static final String LEAVE =
            """
            update order_summary_generation set state = :state where number = :number and state = any (:from::text[])
            """;

    static final String FORGET_POSITIONS =
            """
            delete from order_summary_position where generation = :number
            """;

    static final String CREATE_TABLE =
            """
            create table %s (like order_summary_projection_shape including all)
              with (fillfactor = 70, autovacuum_vacuum_scale_factor = 0.02, autovacuum_analyze_scale_factor = 0.02)
            """;

    static final String DROP_TABLE = "drop table if exists %s";

    /** Fails for what is no table of ours, and for the one that the view shows. */
    static final String REPLACE_VIEW =
            """
            create or replace view order_summary_projection as select * from %s
            """;

    private GenerationSql() {}
}
