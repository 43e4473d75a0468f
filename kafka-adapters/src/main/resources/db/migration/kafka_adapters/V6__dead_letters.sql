-- Every record that a consumer of this service could not apply, whole, until an operator has decided about it. The dead-letter
-- topic tells the platform; this table is what can be redriven, in one transaction with the effect.
create table dead_letter (
    id                uuid        primary key,
    consumer          text        not null,
    ledger_id         uuid        not null,
    topic             text        not null,
    kafka_partition   integer     not null,
    kafka_offset      bigint      not null,
    kafka_timestamp   bigint      not null,
    event_id          text,
    event_type        text,
    tenant_id         text,
    aggregate         text,
    aggregate_version bigint,
    failure_class     text        not null,
    code              text        not null,
    reason            text        not null,
    attempts          text        not null,
    record_key        bytea,
    record_headers    text        not null,
    record_value      bytea,
    state             text        not null check (state in ('OPEN', 'REDRIVEN', 'DISCARDED')),
    redrives          integer     not null default 0,
    first_failed_at   timestamptz not null,
    failed_at         timestamptz not null,
    decided_at        timestamptz,
    unique (consumer, ledger_id)
);
alter table dead_letter alter column record_value set storage external;
-- What operators look at: few rows, because deciding takes them out.
create index dead_letter_open on dead_letter (consumer, failed_at, id) where state = 'OPEN';
create index dead_letter_decided on dead_letter (decided_at) where state <> 'OPEN';

-- Who did what with a dead letter, why, and what came of it. Kept longer than the letter.
create table dead_letter_audit (
    id          bigint      primary key generated always as identity,
    at          timestamptz not null,
    actor       text        not null,
    reason      text        not null,
    action      text        not null check (action in ('REDRIVE', 'REPAIR', 'DISCARD')),
    dead_letter uuid        not null,
    consumer    text        not null,
    topic       text        not null,
    kafka_partition integer not null,
    kafka_offset    bigint  not null,
    event_id    text,
    code        text        not null,
    result      text        not null,
    detail      text,
    digest      text
);
create index dead_letter_audit_letter on dead_letter_audit (dead_letter);
