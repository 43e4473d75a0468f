package io.orderflow.fulfillmentmock.notifications;

/** Statements on {@code notification}. */
final class NotificationSql {

    /** The inbox tells duplicates apart already; the key proves it. */
    static final String ADD =
            """
            INSERT INTO notification (event_id, tenant_id, order_id, event_type, message, occurred_at, noted_at)
            SELECT * FROM unnest(
                :eventIds::uuid[], :tenantIds::text[], :orderIds::text[], :eventTypes::text[], :messages::text[],
                :occurredAt::timestamptz[], :notedAt::timestamptz[])
            """;

    static final String OF_ORDER =
            """
            SELECT event_id, tenant_id, order_id, event_type, message, occurred_at, noted_at FROM notification
            WHERE tenant_id = :tenantId AND order_id = :orderId
            ORDER BY noted_at, event_id
            """;

    private NotificationSql() {}
}
