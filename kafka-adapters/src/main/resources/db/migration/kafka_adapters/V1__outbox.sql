-- Events that are committed and not yet acknowledged by Kafka. A row still here is a row still to be sent, so there is no
-- cursor that could skip a transaction that took its id early and committed late.
create table outbox_event (
    shard         smallint    not null,
    id            bigint      not null generated always as identity,
    topic         text        not null,
    partition_key text,
    event_type    text        not null,
    headers       text        not null,
    value         bytea       not null,
    is_envelope   boolean     not null,
    created_at    timestamptz not null,
    primary key (shard, id)
) with (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 5000,
        autovacuum_analyze_scale_factor = 0, autovacuum_analyze_threshold = 50000,
        autovacuum_vacuum_cost_delay = 0);

-- Rows that Kafka will never take as they are, with the reason.
create table outbox_parked (
    shard         smallint    not null,
    id            bigint      not null,
    topic         text        not null,
    partition_key text,
    event_type    text        not null,
    headers       text        not null,
    value         bytea       not null,
    is_envelope   boolean     not null,
    created_at    timestamptz not null,
    parked_at     timestamptz not null,
    reason        text        not null,
    primary key (shard, id)
);

-- Who publishes which shard, until when. The epoch grows with every change of owner and fences a late one.
create table outbox_shard (
    shard       smallint    primary key,
    owner       text,
    epoch       bigint      not null,
    lease_until timestamptz not null
);
insert into outbox_shard (shard, epoch, lease_until) select shard, 0, '-infinity' from generate_series(0, 31) shard;

-- The relays that are alive, so that each takes its fair share of the shards.
create table outbox_relay (
    owner      text        primary key,
    alive_until timestamptz not null
);

-- Versions of aggregates that have no table of their own.
create table outbox_aggregate_version (
    aggregate_type text   not null,
    tenant_id      text   not null,
    aggregate_id   text   not null,
    version        bigint not null,
    primary key (aggregate_type, tenant_id, aggregate_id)
) with (fillfactor = 80);
