package io.orderflow.kafkaadapters.upkeep;

/** Statements on {@code upkeep_job}. The database's clock decides, the only one that all nodes share. */
final class UpkeepSql {

    static final String REGISTER =
            """
            insert into upkeep_job (name)
            select name from unnest(:names::text[]) as job (name) order by name
                on conflict (name) do nothing
            """;

    /** When each job is next due, seen from now, and how long ago it last succeeded. */
    static final String STATES =
            """
            select job.name,
                   greatest(extract(epoch from due.at - clock_timestamp()), 0) as due_in,
                   extract(epoch from clock_timestamp() - coalesce(job.last_success_at, job.registered_at)) as age
              from unnest(:names::text[], :millis::bigint[], :retries::bigint[]) as known (name, millis, retry)
              join upkeep_job as job on job.name = known.name
             cross join lateral (select job.last_run_at + interval '1 millisecond' * case
                       when job.failures = 0 then known.millis
                       else least(known.millis, known.retry * power(2, least(job.failures, 20) - 1)) end) as due (at)
            """;

    /** Takes the job if it is due and nobody runs it; checked again under the lock. */
    static final String TAKE =
            """
            select job.name from upkeep_job as job
             where job.name = :name
               and job.last_run_at + interval '1 millisecond' * case
                       when job.failures = 0 then :millis
                       else least(:millis, :retry * power(2, least(job.failures, 20) - 1)) end <= clock_timestamp()
               for update skip locked
            """;

    /** {@code :took} is the length of the run: intervals count from start to start. */
    static final String SUCCEEDED =
            """
            update upkeep_job
               set last_run_at = clock_timestamp() - interval '1 millisecond' * :took,
                   last_success_at = clock_timestamp(), failures = 0
             where name = :name
            """;

    static final String FAILED =
            "update upkeep_job set last_run_at = clock_timestamp(), failures = failures + 1 where name = :name";

    private UpkeepSql() {}
}
