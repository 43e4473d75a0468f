-- The read model of orders, built from oms.order.events.v1 by projection-service.order-read-model.consumer and from nothing
-- else. A rebuild fills a table of its own, a generation; readers and the consumer see the view only, so that replacing the
-- view moves all of them at once.

-- The shape of every generation; holds no row.
create table order_summary_projection_shape (
    tenant_id       text        not null,
    order_id        text        not null,
    quote_id        text        not null,
    customer_id     text        not null,
    status          text        not null,
    version         bigint      not null,
    line_count      integer     not null,
    pending_lines   integer     not null,
    released_lines  integer     not null,
    requested_lines integer     not null,
    completed_lines integer     not null,
    failed_lines    integer     not null,
    waived_lines    integer     not null,
    cancelled_lines integer     not null,
    currency        text,
    one_time_total  numeric,
    recurring_total numeric,
    captured_at     timestamptz,
    last_event_at   timestamptz not null,
    primary key (tenant_id, order_id)
);

-- Order ids are time-ordered, so both lists are read from one end: of all orders and of those with one status.
create index on order_summary_projection_shape (tenant_id, status, order_id);

comment on column order_summary_projection_shape.version is 'The last aggregate version that the row knows of.';
comment on column order_summary_projection_shape.captured_at is 'Null for an order that was rejected instead of captured, as are its amounts.';

create table order_summary_projection_v1 (like order_summary_projection_shape including all)
    with (fillfactor = 70, autovacuum_vacuum_scale_factor = 0.02, autovacuum_analyze_scale_factor = 0.02);

create view order_summary_projection as select * from order_summary_projection_v1;

-- Every generation there ever was, with the replay that built it. The first one was never built: it began empty.
create table order_summary_generation (
    number          integer     not null primary key,
    state           text        not null
        constraint order_summary_generation_state
            check (state in ('BUILDING', 'DIFFERENT', 'CURRENT', 'OLD', 'DISCARDED', 'DROPPED')),
    created_at      timestamptz not null,
    created_by      text        not null,
    run_by          text,
    run_on          text,
    run_began_at    timestamptz,
    run_events      bigint      not null default 0,
    run_millis      bigint      not null default 0,
    skipped         bigint      not null default 0,
    early           bigint      not null default 0,
    failure         text,
    old_rows        bigint,
    old_checksum    text,
    new_rows        bigint,
    new_checksum    text,
    differing       bigint,
    differences     jsonb,
    switched_at     timestamptz,
    accepted_because text
);

comment on column order_summary_generation.state is
    'BUILDING: a replay fills it or was interrupted. DIFFERENT: compared, and an operator has to decide. DISCARDED and DROPPED have no table.';
comment on column order_summary_generation.run_events is 'Records read since run_began_at; a replay that goes on after an interruption counts anew.';
comment on column order_summary_generation.early is 'Events that wait in memory for an earlier version of their order.';

create unique index order_summary_generation_current on order_summary_generation ((true)) where state = 'CURRENT';
create unique index order_summary_generation_building on order_summary_generation ((true)) where state in ('BUILDING', 'DIFFERENT');

insert into order_summary_generation (number, state, created_at, created_by) values (1, 'CURRENT', now(), 'order-service');

-- What is in a generation: the effects of all records before these offsets, and of no other. Written with the rows.
create table order_summary_position (
    generation      integer not null references order_summary_generation (number),
    kafka_partition integer not null,
    next_offset     bigint  not null,
    primary key (generation, kafka_partition)
);
