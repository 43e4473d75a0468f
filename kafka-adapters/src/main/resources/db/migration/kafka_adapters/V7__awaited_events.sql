-- Events that their own handler has parked, because what they would be applied to is not there yet. Whoever brings that
-- about asks by wait_key (tenant/aggregate id) for all consumers at once and takes them along. Their aggregate goes on without them, so the
-- column aggregate, by which later versions are held back, stays empty.
alter table inbox_parked
    drop constraint inbox_parked_kind_check,
    add constraint inbox_parked_kind_check check (kind in ('EARLY', 'UNKNOWN_VERSION', 'AWAITED')),
    add column wait_key text,
    add column code text,
    add column looked_at timestamptz;

create index inbox_parked_wait on inbox_parked (wait_key) where wait_key is not null;
-- For the sweep: who was looked at longest ago, whose time is up.
create index inbox_parked_look on inbox_parked (consumer, looked_at) where looked_at is not null;
create index inbox_parked_deadline on inbox_parked (consumer, deadline);

-- Rows come and go, and everybody who creates a wait looks into it.
alter table inbox_parked set (autovacuum_vacuum_scale_factor = 0.05, autovacuum_vacuum_cost_delay = 0);
