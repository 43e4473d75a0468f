package io.orderflow.fulfillmentmock.reversals;

import io.orderflow.fulfillmentmock.provider.FulfillmentRequest;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The provider's log of what it was asked to undo. Thread safe; safe on several nodes. */
@Repository
public class Reversals {

    private final JdbcClient jdbc;

    Reversals(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** All reversals in an order, in line order; empty if the tenant has none. */
    public List<Reversal> ofOrder(String tenantId, String orderId) {
        return inLineOrder(
                jdbc.sql(ReversalSql.OF_ORDER).param("tenantId", tenantId).param("orderId", orderId));
    }

    /** Adds reversals with one statement and returns the attempts of those that were not known before. */
    Set<FulfillmentRequest.Key> add(List<Reversal> reversals) {
        return new HashSet<>(jdbc.sql(ReversalSql.ADD)
                .param("tenantIds", texts(reversals, each -> each.key().tenantId()))
                .param("orderIds", texts(reversals, each -> each.key().orderId()))
                .param("orderLineIds", texts(reversals, each -> each.key().orderLineId()))
                .param(
                        "attempts",
                        reversals.stream()
                                .mapToInt(each -> each.key().attempt())
                                .toArray())
                .param("idempotencyKeys", texts(reversals, Reversal::idempotencyKey))
                .param("providerReferences", texts(reversals, Reversal::providerReference))
                .param("reversalReferences", texts(reversals, Reversal::reversalReference))
                .param("requestedAt", texts(reversals, each -> each.requestedAt()
                        .toString()))
                .param("receivedAt", texts(reversals, each -> each.receivedAt().toString()))
                .param("dueAt", texts(reversals, each -> each.dueAt().toString()))
                .param("eventIds", texts(reversals, each -> each.eventId().toString()))
                .param("correlationIds", texts(reversals, Reversal::correlationId))
                .param("traceIds", texts(reversals, Reversal::traceId))
                .query((row, number) -> key(row))
                .list());
    }

    /** Marks due reversals as answered, at most {@code limit}, and returns them in line order. */
    List<Reversal> answerDue(Instant now, int limit) {
        return inLineOrder(jdbc.sql(ReversalSql.ANSWER_DUE)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("limit", limit));
    }

    private static List<Reversal> inLineOrder(JdbcClient.StatementSpec statement) {
        return statement.query((row, number) -> reversal(row)).list().stream()
                .sorted(Reversal.IN_LINE_ORDER)
                .toList();
    }

    private static Reversal reversal(ResultSet row) throws SQLException {
        OffsetDateTime answeredAt = row.getObject("answered_at", OffsetDateTime.class);
        return new Reversal(
                key(row),
                row.getString("idempotency_key"),
                row.getString("provider_reference"),
                row.getString("reversal_reference"),
                row.getObject("requested_at", OffsetDateTime.class).toInstant(),
                row.getObject("received_at", OffsetDateTime.class).toInstant(),
                row.getObject("due_at", OffsetDateTime.class).toInstant(),
                answeredAt == null ? null : answeredAt.toInstant(),
                row.getObject("event_id", UUID.class),
                row.getString("correlation_id"),
                row.getString("trace_id"));
    }

    private static FulfillmentRequest.Key key(ResultSet row) throws SQLException {
        return new FulfillmentRequest.Key(
                row.getString("tenant_id"),
                row.getString("order_id"),
                row.getString("order_line_id"),
                row.getInt("attempt"));
    }

    private static @Nullable String[] texts(List<Reversal> reversals, Function<Reversal, @Nullable String> column) {
        return reversals.stream().map(column).toArray(String[]::new);
    }
}
