package io.orderflow.fulfillmentmock.notifications;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** All notifications. Thread safe; safe on several nodes. */
@Repository
class Notifications {

    private final JdbcClient jdbc;

    Notifications(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Adds notifications with one statement. */
    void add(List<Notification> notifications) {
        jdbc.sql(NotificationSql.ADD)
                .param("eventIds", texts(notifications, each -> each.eventId().toString()))
                .param("tenantIds", texts(notifications, Notification::tenantId))
                .param("orderIds", texts(notifications, Notification::orderId))
                .param("eventTypes", texts(notifications, Notification::eventType))
                .param("messages", texts(notifications, Notification::message))
                .param("occurredAt", texts(notifications, each -> each.occurredAt()
                        .toString()))
                .param("notedAt", texts(notifications, each -> each.notedAt().toString()))
                .update();
    }

    /** In the order in which they were noted; empty if the tenant has none. */
    List<Notification> ofOrder(String tenantId, String orderId) {
        return jdbc.sql(NotificationSql.OF_ORDER)
                .param("tenantId", tenantId)
                .param("orderId", orderId)
                .query((row, number) -> new Notification(
                        row.getObject("event_id", UUID.class),
                        row.getString("tenant_id"),
                        row.getString("order_id"),
                        row.getString("event_type"),
                        row.getString("message"),
                        row.getObject("occurred_at", OffsetDateTime.class).toInstant(),
                        row.getObject("noted_at", OffsetDateTime.class).toInstant()))
                .list();
    }

    private static String[] texts(List<Notification> notifications, Function<Notification, String> column) {
        return notifications.stream().map(column).toArray(String[]::new);
    }
}
