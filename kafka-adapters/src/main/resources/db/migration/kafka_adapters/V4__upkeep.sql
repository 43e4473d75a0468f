-- One row for each recurring job. Whoever holds the row's lock runs the job, so over all nodes it runs once in its interval.
create table upkeep_job (
    name            text        primary key,
    registered_at   timestamptz not null default clock_timestamp(),
    last_run_at     timestamptz not null default '-infinity',
    last_success_at timestamptz,
    failures        integer     not null default 0
) with (fillfactor = 50);
