-- What would have been said, and because of which event: once for each.
CREATE TABLE notification (
    event_id    uuid        PRIMARY KEY,
    tenant_id   text        NOT NULL,
    order_id    text        NOT NULL,
    event_type  text        NOT NULL,
    message     text        NOT NULL,
    occurred_at timestamptz NOT NULL,
    noted_at    timestamptz NOT NULL
);

CREATE INDEX notification_order ON notification (tenant_id, order_id);
