-- Why a row is parked, as a stable code beside the human reason.
alter table outbox_parked add column code text not null default 'unsendable';
alter table outbox_parked alter column code drop default;
-- Finds what a key is waiting for.
create index outbox_parked_key on outbox_parked (topic, partition_key, id);

-- What operators did to the outbox, who and why. A row for each record that left the parked ones; one for a resend.
create table outbox_audit (
    id            bigint      primary key generated always as identity,
    at            timestamptz not null,
    actor         text        not null,
    reason        text        not null,
    action        text        not null check (action in ('REQUEUE', 'RELEASE', 'DISCARD', 'RESEND')),
    topic         text,
    partition_key text,
    shard         smallint,
    row_id        bigint,
    event_type    text,
    headers       text,
    parked_code   text,
    from_time     timestamptz,
    to_time       timestamptz,
    records       bigint      not null
);

-- Acknowledged rows, kept for a while in case a broker loses its tail: those of a batch together, compressed by the relay, so
-- that keeping them costs a fraction of publishing them. Only ever appended to and dropped by partition.
create table outbox_published (
    published_at timestamptz not null,
    records      integer     not null,
    packed       bytea       not null
) partition by range (published_at);
alter table outbox_published alter column packed set storage external;

-- Takes what no partition was made for, so that publishing never waits for upkeep.
create table outbox_published_default partition of outbox_published default;
