-- What the provider was asked for: one row for each attempt at a line, kept after the answer as the provider's own log.
CREATE TABLE fulfillment_request (
    tenant_id          text        NOT NULL,
    order_id           text        NOT NULL,
    order_line_id      text        NOT NULL,
    attempt            integer     NOT NULL CHECK (attempt >= 1),
    idempotency_key    text        NOT NULL,
    offer_id           text        NOT NULL,
    action             text        NOT NULL,
    quantity           integer     NOT NULL,
    provider_reference text        NOT NULL,
    requested_at       timestamptz NOT NULL,
    received_at        timestamptz NOT NULL,
    due_at             timestamptz NOT NULL,
    answered_at        timestamptz,
    -- From the event that asked, so that the answer can name its cause.
    event_id           uuid        NOT NULL,
    correlation_id     text        NOT NULL,
    trace_id           text,
    PRIMARY KEY (tenant_id, order_id, order_line_id, attempt)
) WITH (fillfactor = 70, autovacuum_vacuum_scale_factor = 0.02, autovacuum_analyze_scale_factor = 0.02);

CREATE INDEX fulfillment_request_due ON fulfillment_request (due_at) WHERE answered_at IS NULL;

-- How the provider behaves; one row, so that all nodes agree.
CREATE TABLE fulfillment_settings (
    only_row           boolean PRIMARY KEY DEFAULT true CHECK (only_row),
    min_latency_millis integer NOT NULL CHECK (min_latency_millis >= 0),
    max_latency_millis integer NOT NULL CHECK (max_latency_millis >= min_latency_millis),
    paused             boolean NOT NULL
);

INSERT INTO fulfillment_settings (min_latency_millis, max_latency_millis, paused) VALUES (50, 400, false);
