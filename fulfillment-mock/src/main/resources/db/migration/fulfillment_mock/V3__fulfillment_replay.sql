-- Replays of what was asked and what was answered, each beside the provider's log and never into it.
CREATE TABLE fulfillment_replay (
    id               uuid        PRIMARY KEY,
    state            text        NOT NULL CHECK (state IN ('RUNNING', 'FINISHED', 'FAILED', 'INTERRUPTED')),
    started_at       timestamptz NOT NULL,
    started_by       text        NOT NULL,
    -- A run that has not been heard of for a while has died with its node.
    heard_of_at      timestamptz NOT NULL,
    ended_at         timestamptz,
    failure          text,
    requests_read    bigint      NOT NULL DEFAULT 0,
    answers_read     bigint      NOT NULL DEFAULT 0,
    -- What is older than the oldest records of a cut topic cannot be compared.
    requests_since   timestamptz,
    answers_since    timestamptz
);

CREATE UNIQUE INDEX fulfillment_replay_running ON fulfillment_replay ((true)) WHERE state = 'RUNNING';

-- Staging: what should be in fulfillment_request, if the events are right.
CREATE TABLE fulfillment_request_replay (
    run_id             uuid        NOT NULL REFERENCES fulfillment_replay (id),
    tenant_id          text        NOT NULL,
    order_id           text        NOT NULL,
    order_line_id      text        NOT NULL,
    attempt            integer     NOT NULL,
    idempotency_key    text        NOT NULL,
    offer_id           text        NOT NULL,
    action             text        NOT NULL,
    quantity           integer     NOT NULL,
    provider_reference text        NOT NULL,
    requested_at       timestamptz NOT NULL,
    event_id           uuid        NOT NULL,
    correlation_id     text        NOT NULL,
    trace_id           text,
    kafka_partition    integer     NOT NULL,
    kafka_offset       bigint      NOT NULL,
    PRIMARY KEY (run_id, tenant_id, order_id, order_line_id, attempt)
);

-- Staging: which answers have reached the topic.
CREATE TABLE fulfillment_answer_replay (
    run_id            uuid    NOT NULL REFERENCES fulfillment_replay (id),
    tenant_id         text    NOT NULL,
    order_id          text    NOT NULL,
    order_line_id     text    NOT NULL,
    attempt           integer NOT NULL,
    aggregate_version bigint  NOT NULL,
    PRIMARY KEY (run_id, tenant_id, order_id, aggregate_version)
);

-- What differs, what would mend it, and who had it mended. Kept: it is the audit of repairs.
CREATE TABLE fulfillment_replay_finding (
    run_id            uuid    NOT NULL REFERENCES fulfillment_replay (id),
    number            integer NOT NULL,
    kind              text    NOT NULL CHECK (kind IN ('MISSING', 'DIFFERENT', 'ORPHAN', 'UNANSWERED')),
    tenant_id         text    NOT NULL,
    order_id          text    NOT NULL,
    order_line_id     text    NOT NULL,
    attempt           integer NOT NULL,
    detail            text    NOT NULL,
    -- For an answer that used up a version and was lost: the version that consumers wait for.
    aggregate_version bigint,
    repaired_at       timestamptz,
    repaired_by       text,
    repair_reason     text,
    repair_result     text,
    PRIMARY KEY (run_id, number)
);
