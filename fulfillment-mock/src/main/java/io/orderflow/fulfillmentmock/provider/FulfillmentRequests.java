package io.orderflow.fulfillmentmock.provider;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;

/** The provider's log of what it was asked. Thread safe; safe on several nodes. */
@Repository
public class FulfillmentRequests {

    /** What was due last comes first; of equals, the one that usually comes last. */
    private static final Comparator<FulfillmentRequest> REORDERED = Comparator.comparing(FulfillmentRequest::tenantId)
            .thenComparing(FulfillmentRequest::orderId)
            .thenComparing(
                    Comparator.comparing(FulfillmentRequest::dueAt, Comparator.nullsFirst(Comparator.naturalOrder()))
                            .thenComparing(FulfillmentRequest.IN_LINE_ORDER)
                            .reversed());

    private final JdbcClient jdbc;

    FulfillmentRequests(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** All requests for an order, in line order; empty if the tenant has none. */
    public List<FulfillmentRequest> ofOrder(String tenantId, String orderId) {
        return read(
                jdbc.sql(FulfillmentRequestSql.OF_ORDER)
                        .param("tenantId", tenantId)
                        .param("orderId", orderId),
                FulfillmentRequest.IN_LINE_ORDER);
    }

    /** Adds requests with one statement and returns the keys of those that were not known before. */
    Set<FulfillmentRequest.Key> add(List<FulfillmentRequest> requests) {
        return new HashSet<>(FulfillmentRequestRows.bind(jdbc.sql(FulfillmentRequestSql.ADD), requests)
                .query(FulfillmentRequestRows::key)
                .list());
    }

    /** The request of this key, locked until the end of the transaction. */
    Optional<FulfillmentRequest> find(FulfillmentRequest.Key key) {
        return keyed(FulfillmentRequestSql.ONE, key)
                .query(FulfillmentRequestRows::request)
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

    /** One more event has carried the answer. */
    void countCopy(FulfillmentRequest.Key key) {
        keyed(FulfillmentRequestSql.COUNT_COPY, key).update();
    }

    /** Marks due requests as answered, at most {@code limit}, and returns them in line order. */
    List<FulfillmentRequest> answerDue(Instant now, int limit) {
        return read(
                timed(FulfillmentRequestSql.ANSWER_DUE, now).param("limit", limit), FulfillmentRequest.IN_LINE_ORDER);
    }

    /** As {@link #answerDue} for those that come in another order than due, of at most {@code orders} whole orders. */
    List<FulfillmentRequest> answerReordered(Instant now, int orders) {
        return read(timed(FulfillmentRequestSql.ANSWER_REORDERED, now).param("limit", orders), REORDERED);
    }

    /** Marks those of the given requests as answered that were held until they are undone, and returns them. */
    List<FulfillmentRequest> answerHeld(Instant now, List<FulfillmentRequest.Key> undone) {
        return read(
                FulfillmentRequestRows.keys(timed(FulfillmentRequestSql.ANSWER_HELD, now), undone),
                FulfillmentRequest.IN_LINE_ORDER);
    }

    /** Takes back those of the given requests that wait, but for those that are held until they are undone. */
    void withdrawUndone(Instant now, List<FulfillmentRequest.Key> undone) {
        FulfillmentRequestRows.keys(timed(FulfillmentRequestSql.WITHDRAW_UNDONE, now), undone)
                .update();
    }

    private StatementSpec timed(String sql, Instant now) {
        return jdbc.sql(sql).param("now", now.atOffset(ZoneOffset.UTC));
    }

    private StatementSpec keyed(String sql, FulfillmentRequest.Key key) {
        return jdbc.sql(sql)
                .param("tenantId", key.tenantId())
                .param("orderId", key.orderId())
                .param("orderLineId", key.orderLineId())
                .param("attempt", key.attempt());
    }

    private static List<FulfillmentRequest> read(StatementSpec statement, Comparator<FulfillmentRequest> order) {
        return statement.query(FulfillmentRequestRows::request).list().stream()
                .sorted(order)
                .toList();
    }
}
