-- One row for each event and consumer, kept past success: it is what makes a duplicate harmless next month.
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
    outcome           text        not null
        check (outcome in ('APPLIED', 'IGNORED', 'STALE', 'REJECTED', 'DEAD_LETTER')),
    code              text,
    reason            text,
    received_at       timestamptz not null,
    primary key (consumer, event_id)
);
