-- Quotes that were accepted, so that accepting one again publishes nothing.
CREATE TABLE quote_acceptance (
    tenant_id                text        NOT NULL,
    quote_id                 text        NOT NULL,
    -- Of everything the caller said, to tell a repetition from another acceptance of the same quote.
    request_hash             text        NOT NULL,
    accepted_at              timestamptz NOT NULL,
    one_time_total           text        NOT NULL,
    commercial_snapshot_hash text        NOT NULL,
    PRIMARY KEY (tenant_id, quote_id)
);
