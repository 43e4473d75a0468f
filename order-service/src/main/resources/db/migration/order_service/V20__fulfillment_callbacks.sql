-- What providers called back over HTTP. A receipt is written in the transaction that tells the order, before it does.

create table fulfillment_callbacks (
    tenant_id     text        not null,
    provider      text        not null,
    callback_id   text        not null,
    fingerprint   text        not null,
    cause_id      text        not null,
    type          text        not null constraint fulfillment_callbacks_type check (type in ('COMPLETED', 'FAILED', 'REVERSED')),
    order_id      text        not null,
    order_line_id text        not null,
    attempt       integer     not null,
    received_at   timestamptz not null,
    outcome       text        constraint fulfillment_callbacks_outcome check (outcome in ('APPLIED', 'STALE', 'CONFLICT')),
    code          text,
    reason        text,
    constraint fulfillment_callbacks_pkey primary key (tenant_id, provider, callback_id),
    constraint fulfillment_callbacks_conflict check ((code is not null) = (outcome is not null and outcome = 'CONFLICT'))
) with (fillfactor = 80);

comment on column fulfillment_callbacks.fingerprint is 'Equal for callbacks that say the same: another one under the same id is a mistake of the provider.';
comment on column fulfillment_callbacks.cause_id is 'Our name for it; the events and the history of the order give it as their cause.';
comment on column fulfillment_callbacks.outcome is 'Null only inside the transaction that writes the row.';

-- Conflicts are what somebody has to look at.
create index fulfillment_callbacks_conflicts on fulfillment_callbacks (tenant_id, received_at) where outcome = 'CONFLICT';
