-- What the provider is told to do to requests that have not arrived yet.
CREATE TABLE fulfillment_scenario (
    tenant_id          text    NOT NULL,
    scope              text    NOT NULL CHECK (scope IN ('LINE', 'OFFER', 'DEFAULT')),
    -- A line or an offer; empty for the default.
    target             text    NOT NULL CHECK ((scope = 'DEFAULT') = (target = '')),
    behaviour          text    NOT NULL,
    failures           integer NOT NULL CHECK (failures >= 1),
    copies             integer NOT NULL CHECK (copies >= 2),
    error_code         text    NOT NULL,
    error_message      text    NOT NULL,
    min_latency_millis integer CHECK (min_latency_millis >= 0),
    max_latency_millis integer CHECK (max_latency_millis >= min_latency_millis),
    PRIMARY KEY (tenant_id, scope, target),
    CHECK ((min_latency_millis IS NULL) = (max_latency_millis IS NULL))
);

-- What is going to happen is decided when a request arrives, and what has happened is kept beside it.
ALTER TABLE fulfillment_request
    ADD COLUMN behaviour      text    NOT NULL DEFAULT 'SUCCEED',
    ADD COLUMN planned_copies integer NOT NULL DEFAULT 1 CHECK (planned_copies >= 0),
    -- Given if the answer is a failure.
    ADD COLUMN error_code     text,
    ADD COLUMN error_message  text,
    ADD COLUMN retryable      boolean,
    -- Because it was to be undone before it was answered.
    ADD COLUMN withdrawn_at   timestamptz,
    -- How many events have said so.
    ADD COLUMN copies         integer NOT NULL DEFAULT 0,
    ADD CHECK ((error_code IS NULL) = (retryable IS NULL) AND (error_code IS NULL) = (error_message IS NULL)),
    ADD CHECK (answered_at IS NULL OR withdrawn_at IS NULL),
    -- Null while the provider waits for something other than time.
    ALTER COLUMN due_at DROP NOT NULL;

UPDATE fulfillment_request SET copies = 1 WHERE answered_at IS NOT NULL;

DROP INDEX fulfillment_request_due;

-- Two, because the reordered ones wait for each other and are looked for in another way.
CREATE INDEX fulfillment_request_due ON fulfillment_request (due_at)
    WHERE answered_at IS NULL AND withdrawn_at IS NULL AND behaviour <> 'REORDER';

CREATE INDEX fulfillment_request_reordered ON fulfillment_request (tenant_id, order_id)
    WHERE answered_at IS NULL AND withdrawn_at IS NULL AND behaviour = 'REORDER';

-- What the provider was asked to undo: one row for each attempt, whether or not it knew the attempt.
CREATE TABLE fulfillment_reversal (
    tenant_id          text        NOT NULL,
    order_id           text        NOT NULL,
    order_line_id      text        NOT NULL,
    attempt            integer     NOT NULL CHECK (attempt >= 1),
    idempotency_key    text        NOT NULL,
    provider_reference text        NOT NULL,
    reversal_reference text        NOT NULL,
    requested_at       timestamptz NOT NULL,
    received_at        timestamptz NOT NULL,
    due_at             timestamptz NOT NULL,
    answered_at        timestamptz,
    event_id           uuid        NOT NULL,
    correlation_id     text        NOT NULL,
    trace_id           text,
    PRIMARY KEY (tenant_id, order_id, order_line_id, attempt)
) WITH (fillfactor = 70, autovacuum_vacuum_scale_factor = 0.02, autovacuum_analyze_scale_factor = 0.02);

CREATE INDEX fulfillment_reversal_due ON fulfillment_reversal (due_at) WHERE answered_at IS NULL;

-- Until when the provider cannot be reached; null if it can.
ALTER TABLE fulfillment_settings ADD COLUMN outage_until timestamptz;

-- Failures are answers, too, and reversals use up versions.
ALTER TABLE fulfillment_answer_replay ADD COLUMN event_type text NOT NULL DEFAULT 'FulfillmentCompleted';
