package io.orderflow.messagecorrelation.camunda;

/** Statements on {@code process_instance_ledger}. All go by business key first, so that two batches with common keys never wait for each other crosswise. */
final class LedgerSql {

    /** A row without an instance was written by whoever expects one. */
    static final String INSERT_NEW =
            """
            insert into process_instance_ledger as ledger (tenant_id, business_key, process_key, started_at)
            select tenant_id, business_key, process_key, :startedAt
              from unnest(:tenantIds::text[], :businessKeys::text[], :processKeys::text[])
                   as wanted (tenant_id, business_key, process_key)
             order by business_key, tenant_id
                on conflict (business_key, tenant_id) do update
               set process_key = excluded.process_key, started_at = excluded.started_at
             where ledger.process_instance_id is null
            returning tenant_id, business_key
            """;

    /** For whoever comes before the instance: a row that can be locked. */
    static final String INSERT_EXPECTED =
            """
            insert into process_instance_ledger (tenant_id, business_key)
            select tenant_id, business_key
              from unnest(:tenantIds::text[], :businessKeys::text[]) as wanted (tenant_id, business_key)
             order by business_key, tenant_id
                on conflict (business_key, tenant_id) do nothing
            """;

    /** Instances by key, and nobody else gets them until the end of the transaction. */
    static final String LOCK_KNOWN =
            """
            select tenant_id, business_key, process_instance_id
              from process_instance_ledger
             where business_key = any(:businessKeys::text[])
             order by business_key, tenant_id
               for no key update
            """;

    static final String SET_INSTANCES =
            """
            update process_instance_ledger as ledger
               set process_instance_id = started.process_instance_id
              from unnest(:tenantIds::text[], :businessKeys::text[], :instanceIds::text[])
                   as started (tenant_id, business_key, process_instance_id)
             where ledger.business_key = started.business_key
               and ledger.tenant_id = started.tenant_id
            """;

    /** As committed by now, whatever the engine has cached. */
    static final String REVISIONS =
            """
            select id_, rev_ from act_ru_execution where id_ = any(:ids)
            """;

    private LedgerSql() {}
}
