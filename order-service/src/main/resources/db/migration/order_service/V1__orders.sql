-- Orders, their lines, their history, and who asked for them. Every key begins with the tenant.

create table orders (
    tenant_id                text        not null,
    id                       text        not null,
    quote_id                 text        not null,
    customer_id              text        not null,
    currency                 text        not null,
    one_time_total           numeric     not null,
    recurring_total          numeric     not null,
    commercial_snapshot_hash text        not null,
    correlation_id           text        not null,
    status                   text        not null
        constraint orders_status check (status in ('CAPTURED', 'VALIDATED', 'REJECTED', 'ACTIVE', 'COMPLETED', 'CANCELLED')),
    version                  bigint      not null constraint orders_version check (version >= 1),
    line_count               integer     not null,
    completed_lines          integer     not null,
    process_instance_id      text,
    captured_at              timestamptz not null,
    ended_at                 timestamptz,
    constraint orders_pkey primary key (tenant_id, id),
    -- Two channels may bring the same quote at the same time; this decides which of them captures it.
    constraint orders_one_per_quote unique (tenant_id, quote_id),
    constraint orders_completed_lines check (completed_lines between 0 and line_count),
    constraint orders_ended check ((ended_at is not null) = (status in ('REJECTED', 'COMPLETED', 'CANCELLED')))
) with (fillfactor = 70, autovacuum_vacuum_scale_factor = 0.02, autovacuum_analyze_scale_factor = 0.02);

comment on column orders.captured_at is 'When the order reached us; a rejected order has it too.';
comment on column orders.completed_lines is 'So that the last completion is recognised without counting lines.';

-- The list shows the newest first, of all orders or of those with one status or customer.
create index orders_newest on orders (tenant_id, captured_at desc, id desc);
create index orders_newest_by_status on orders (tenant_id, status, captured_at desc, id desc);
create index orders_newest_by_customer on orders (tenant_id, customer_id, captured_at desc, id desc);

create table order_lines (
    tenant_id          text    not null,
    id                 text    not null,
    order_id           text    not null,
    number             integer not null constraint order_lines_number check (number >= 1),
    quote_line_id      text    not null,
    offer_id           text    not null,
    action             text    not null constraint order_lines_action check (action in ('ADD', 'MODIFY', 'REMOVE')),
    quantity           integer not null constraint order_lines_quantity check (quantity >= 1),
    unit_price         numeric not null,
    description        text,
    depends_on         integer[] not null,
    dependants         integer[] not null,
    point_of_no_return text    not null
        constraint order_lines_point_of_no_return check (point_of_no_return in ('ONCE_REQUESTED', 'ONCE_COMPLETED', 'NEVER')),
    status             text    not null
        constraint order_lines_status check (status in ('PENDING', 'RELEASED', 'REQUESTED', 'COMPLETED', 'CANCELLED')),
    open_dependencies  integer not null constraint order_lines_open_dependencies check (open_dependencies >= 0),
    attempt            integer not null,
    provider_reference text,
    constraint order_lines_pkey primary key (tenant_id, id),
    constraint order_lines_order foreign key (tenant_id, order_id) references orders (tenant_id, id)
) with (fillfactor = 70, autovacuum_vacuum_scale_factor = 0.02, autovacuum_analyze_scale_factor = 0.02);

comment on column order_lines.dependants is 'depends_on seen from the other end: whom to wake when this line completes.';

create unique index order_lines_of_order on order_lines (tenant_id, order_id, number);

-- One row per transition, so one per version. Statuses of orders and of lines, told apart by line_id.
create table order_history (
    tenant_id   text        not null,
    order_id    text        not null,
    version     bigint      not null,
    line_id     text,
    from_status text,
    to_status   text        not null,
    at          timestamptz not null,
    event_id    uuid        not null,
    event_type  text        not null,
    cause       text,
    actor       text        not null,
    reason      text,
    constraint order_history_pkey primary key (tenant_id, order_id, version)
);

-- Requests that were refused: they moved nothing and are kept all the same.
create table order_refusals (
    id         bigint generated always as identity,
    tenant_id  text        not null,
    order_id   text        not null,
    at         timestamptz not null,
    actor      text        not null,
    reason     text        not null,
    code       text        not null,
    detail     text        not null,
    constraint order_refusals_pkey primary key (tenant_id, order_id, id)
);

-- Which capture commands were carried out, by the key that the caller gave them.
create table capture_commands (
    tenant_id       text        not null,
    idempotency_key text        not null,
    body_hash       text        not null,
    order_id        text        not null,
    received_at     timestamptz not null,
    constraint capture_commands_pkey primary key (tenant_id, idempotency_key)
);
