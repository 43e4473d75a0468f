-- The ledger becomes a range-partitioned table: event ids are time-ordered (UUIDv7), so a partition is a span of time, new
-- rows go to the right edge of one small index, and a span that has outlived its use is dropped as a whole. Partitions are
-- made ahead by an upkeep job; ids of any other kind, and ids from outside the spans, lie in the default partition.
alter table inbox_event rename to inbox_event_unpartitioned;
alter index inbox_event_pkey rename to inbox_event_unpartitioned_pkey;

create table inbox_event (
    consumer          text        not null,
    event_id          uuid        not null,
    topic             text        not null,
    kafka_partition   integer     not null,
    kafka_offset      bigint      not null,
    event_type        text,
    tenant_id         text,
    aggregate_id      text,
    aggregate_version bigint,
    digest            bigint,
    outcome           text        not null
        check (outcome in ('APPLIED', 'IGNORED', 'STALE', 'REJECTED', 'PARKED', 'RETRYING', 'DEAD_LETTER')),
    code              text,
    reason            text,
    attempts          integer     not null default 1,
    received_at       timestamptz not null,
    primary key (consumer, event_id)
) partition by range (event_id);

create table inbox_event_other partition of inbox_event default;

insert into inbox_event (consumer, event_id, topic, kafka_partition, kafka_offset, event_type, tenant_id, aggregate_id,
                         aggregate_version, outcome, code, reason, received_at)
select consumer, event_id, topic, kafka_partition, kafka_offset, event_type, tenant_id, aggregate_id,
       aggregate_version, outcome, code, reason, received_at
  from inbox_event_unpartitioned;
drop table inbox_event_unpartitioned;

-- How far each consumer has come with each aggregate (tenant/id; a topic carries one type of aggregate). No index but the primary key, so that updates stay in their page.
create table inbox_aggregate (
    consumer   text        not null,
    aggregate  text        not null,
    version    bigint      not null,
    touched_at timestamptz not null,
    primary key (consumer, aggregate)
) with (fillfactor = 70, autovacuum_vacuum_scale_factor = 0.05, autovacuum_vacuum_cost_delay = 0);

-- What was in flight before this table existed counts as seen, as far as the ledger knows it.
insert into inbox_aggregate (consumer, aggregate, version, touched_at)
select consumer, tenant_id || '/' || aggregate_id, max(aggregate_version), max(received_at)
  from inbox_event
 where aggregate_id is not null and aggregate_version is not null and outcome <> 'DEAD_LETTER'
 group by consumer, tenant_id, aggregate_id;

-- Events that came before their time, whole, each with the moment at which waiting ends.
create table inbox_parked (
    consumer          text        not null,
    event_id          uuid        not null,
    kind              text        not null check (kind in ('EARLY', 'UNKNOWN_VERSION')),
    aggregate         text,
    aggregate_version bigint,
    topic             text        not null,
    kafka_partition   integer     not null,
    kafka_offset      bigint      not null,
    kafka_timestamp   bigint      not null,
    record_key        bytea,
    record_headers    text        not null,
    record_value      bytea,
    reason            text        not null,
    parked_at         timestamptz not null,
    deadline          timestamptz not null,
    primary key (consumer, event_id)
);
create index inbox_parked_aggregate on inbox_parked (consumer, aggregate, aggregate_version);
