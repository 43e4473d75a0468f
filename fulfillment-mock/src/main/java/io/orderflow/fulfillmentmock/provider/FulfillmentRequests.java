package io.orderflow.fulfillmentmock.provider;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The provider's log of what it was asked. Thread safe; safe on several nodes. */
@Repository
public class FulfillmentRequests {

    private final JdbcClient jdbc;

    FulfillmentRequests(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** All requests for an order, in line order; empty if the tenant has none. */
    public List<FulfillmentRequest> ofOrder(String tenantId, String orderId) {
        return jdbc
                .sql(FulfillmentRequestSql.OF_ORDER)
                .param("tenantId", tenantId)
                .param("orderId", orderId)
                .query(FulfillmentRequests::request)
                .list()
                .stream()
                .sorted(FulfillmentRequest.IN_LINE_ORDER)
                .toList();
    }

    /** Adds requests with one statement and returns the keys of those that were not known before. */
    Set<FulfillmentRequest.Key> add(List<FulfillmentRequest> requests) {
        return new HashSet<>(jdbc.sql(FulfillmentRequestSql.ADD)
                .param("tenantIds", texts(requests, FulfillmentRequest::tenantId))
                .param("orderIds", texts(requests, FulfillmentRequest::orderId))
                .param("orderLineIds", texts(requests, FulfillmentRequest::orderLineId))
                .param("attempts", numbers(requests, FulfillmentRequest::attempt))
                .param("idempotencyKeys", texts(requests, FulfillmentRequest::idempotencyKey))
                .param("offerIds", texts(requests, FulfillmentRequest::offerId))
                .param("actions", texts(requests, FulfillmentRequest::action))
                .param("quantities", numbers(requests, FulfillmentRequest::quantity))
                .param("providerReferences", texts(requests, FulfillmentRequest::providerReference))
                .param("requestedAt", texts(requests, request -> request.requestedAt()
                        .toString()))
                .param("receivedAt", texts(requests, request -> request.receivedAt()
                        .toString()))
                .param("dueAt", texts(requests, request -> request.dueAt().toString()))
                .param("eventIds", texts(requests, request -> request.eventId().toString()))
                .param("correlationIds", texts(requests, FulfillmentRequest::correlationId))
                .param("traceIds", texts(requests, FulfillmentRequest::traceId))
                .query((row, number) -> new FulfillmentRequest.Key(
                        row.getString("tenant_id"),
                        row.getString("order_id"),
                        row.getString("order_line_id"),
                        row.getInt("attempt")))
                .list());
    }

    /** The request of this key, locked until the end of the transaction. */
    Optional<FulfillmentRequest> find(FulfillmentRequest.Key key) {
        return keyed(FulfillmentRequestSql.ONE, key)
                .query(FulfillmentRequests::request)
                .optional();
    }

    /** Gives the request of the same key this content; its times at the provider stay. */
    void correct(FulfillmentRequest request) {
        keyed(FulfillmentRequestSql.CORRECT, request.key())
                .param("idempotencyKey", request.idempotencyKey())
                .param("offerId", request.offerId())
                .param("action", request.action())
                .param("quantity", request.quantity())
                .param("providerReference", request.providerReference())
                .param("requestedAt", request.requestedAt().atOffset(ZoneOffset.UTC))
                .param("eventId", request.eventId())
                .param("correlationId", request.correlationId())
                .param("traceId", request.traceId())
                .update();
    }

    /** @return false if there is no such request that still waits */
    boolean withdraw(FulfillmentRequest.Key key) {
        return keyed(FulfillmentRequestSql.WITHDRAW, key).update() == 1;
    }

    private JdbcClient.StatementSpec keyed(String sql, FulfillmentRequest.Key key) {
        return jdbc.sql(sql)
                .param("tenantId", key.tenantId())
                .param("orderId", key.orderId())
                .param("orderLineId", key.orderLineId())
                .param("attempt", key.attempt());
    }

    /** Marks due requests as answered, at most {@code limit}, and returns them in line order. */
    List<FulfillmentRequest> answerDue(Instant now, int limit) {
        return jdbc
                .sql(FulfillmentRequestSql.ANSWER_DUE)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("limit", limit)
                .query(FulfillmentRequests::request)
                .list()
                .stream()
                .sorted(FulfillmentRequest.IN_LINE_ORDER)
                .toList();
    }

    private static FulfillmentRequest request(ResultSet row, int number) throws SQLException {
        return new FulfillmentRequest(
                row.getString("tenant_id"),
                row.getString("order_id"),
                row.getString("order_line_id"),
                row.getInt("attempt"),
                row.getString("idempotency_key"),
                row.getString("offer_id"),
                row.getString("action"),
                row.getInt("quantity"),
                row.getString("provider_reference"),
                instant(row, "requested_at"),
                instant(row, "received_at"),
                instant(row, "due_at"),
                row.getObject("answered_at") == null ? null : instant(row, "answered_at"),
                row.getObject("event_id", UUID.class),
                row.getString("correlation_id"),
                row.getString("trace_id"));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private static @Nullable String[] texts(
            List<FulfillmentRequest> requests, Function<FulfillmentRequest, @Nullable String> column) {
        return requests.stream().map(column).toArray(String[]::new);
    }

    private static Integer[] numbers(List<FulfillmentRequest> requests, Function<FulfillmentRequest, Integer> column) {
        return requests.stream().map(column).toArray(Integer[]::new);
    }
}
