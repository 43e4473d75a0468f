-- How a tenant's approvals are decided without anybody's help; a tenant without a row has all granted.
CREATE TABLE approval_policy (
    tenant_id          text    PRIMARY KEY,
    behaviour          text    NOT NULL CHECK (behaviour IN ('GRANT', 'DECLINE', 'SILENT')),
    -- An amount of any currency, as decimal text.
    decline_above      text,
    min_latency_millis integer NOT NULL CHECK (min_latency_millis >= 0),
    max_latency_millis integer NOT NULL CHECK (max_latency_millis >= min_latency_millis)
);

-- One case for each order that needs an approval. What the policy makes of it is decided when the case is opened.
CREATE TABLE approval_case (
    tenant_id           text        NOT NULL,
    order_id            text        NOT NULL,
    approval_id         text        NOT NULL,
    requested_at        timestamptz NOT NULL,
    currency            text        NOT NULL,
    one_time_total      text        NOT NULL,
    recurring_total     text        NOT NULL,
    policy_reference    text        NOT NULL,
    received_at         timestamptz NOT NULL,
    -- Null if nobody decides unless told to.
    due_at              timestamptz,
    planned_decision    text CHECK (planned_decision IN ('GRANTED', 'DECLINED')),
    planned_approver    text,
    planned_reason      text,
    planned_reason_code text,
    -- When the first decision was made, by the policy or by hand.
    decided_at          timestamptz,
    event_id            uuid        NOT NULL,
    correlation_id      text        NOT NULL,
    trace_id            text,
    PRIMARY KEY (tenant_id, order_id)
);

CREATE INDEX approval_case_due ON approval_case (due_at) WHERE decided_at IS NULL;

-- Every decision is a fact of its own: who has declined may be asked again and grant.
CREATE TABLE approval_decision (
    tenant_id   text        NOT NULL,
    order_id    text        NOT NULL,
    number      integer     NOT NULL CHECK (number >= 1),
    decision    text        NOT NULL CHECK (decision IN ('GRANTED', 'DECLINED')),
    approver    text        NOT NULL,
    reason      text        NOT NULL,
    reason_code text        NOT NULL,
    decided_at  timestamptz NOT NULL,
    PRIMARY KEY (tenant_id, order_id, number),
    FOREIGN KEY (tenant_id, order_id) REFERENCES approval_case
);
