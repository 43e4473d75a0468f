package io.orderflow.orderservice.projection.persistence;

/** Advisory locks, by a number of our own and the thing that is locked. */
final class LockSql {

    /** Shared: writes to the table in use. Exclusive: puts another in its place. */
    static final String SHARE_IN_USE = "select pg_advisory_xact_lock_shared(1869837677, 1)";

    static final String TAKE_IN_USE = "select pg_advisory_xact_lock(1869837677, 1)";

    /** Longer than any batch; whoever reads or writes meanwhile would wait behind us. */
    static final String WAIT_NOT_LONG = "set local lock_timeout = '20s'";

    static final String TRY_RUN = "select pg_try_advisory_lock(1869837677, 2)";

    static final String END_RUN = "select pg_advisory_unlock(1869837677, 2)";

    static final String IS_RUNNING =
            """
            select exists (select from pg_locks
                            where locktype = 'advisory' and granted and classid = 1869837677 and objid = 2 and objsubid = 2
                              and database = (select oid from pg_database where datname = current_database()))
            """;

    private LockSql() {}
}
