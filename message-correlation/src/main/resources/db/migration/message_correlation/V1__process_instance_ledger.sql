-- One row for each business key that ever had an instance. The key is what makes two starts one, whatever node, message or
-- month the second comes from; the engine itself would start both. Business keys come first in it, because the hot look-up
-- is by a plain array of them.
create table process_instance_ledger (
    tenant_id           text        not null,
    business_key        text        not null,
    process_key         text        not null,
    -- Null only inside the transaction that starts the instance: the engine gives the id after the key is won.
    process_instance_id text,
    started_at          timestamptz not null,
    primary key (business_key, tenant_id)
)
-- Room on the page for writing the id back without touching the index.
with (fillfactor = 70);
