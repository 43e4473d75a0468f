-- Lines can fail, be waived and be reversed. Waived lines count towards completion as completed ones do.

alter table orders add column waived_lines integer not null default 0;
alter table orders drop constraint orders_completed_lines;
alter table orders
    add constraint orders_settled_lines
        check (completed_lines >= 0 and waived_lines >= 0 and completed_lines + waived_lines <= line_count);

alter table order_lines
    add column reversal_required boolean not null default false,
    add column failure_code      text,
    add column failure_reason    text,
    add column failure_retryable boolean,
    add column failed_at         timestamptz,
    drop constraint order_lines_status,
    add constraint order_lines_status check (status in ('PENDING', 'RELEASED', 'REQUESTED', 'FAILED', 'COMPLETED', 'WAIVED',
                                                        'CANCELLED', 'REVERSING', 'REVERSED')),
    add constraint order_lines_failed check (status not in ('FAILED', 'WAIVED') or failure_code is not null);

comment on column order_lines.failure_code is 'Why a provider gave up the last time; stays when a later attempt succeeds.';
comment on column order_lines.reversal_required is 'Its order was cancelled, and a provider has something to take back.';

-- The events of the orders that are cancelled already said so of every line that a provider was asked for.
update order_lines line
   set reversal_required = true
  from orders
 where orders.tenant_id = line.tenant_id and orders.id = line.order_id and orders.status = 'CANCELLED' and line.attempt > 0;
