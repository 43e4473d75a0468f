package io.orderflow.fulfillmentmock.provider;

import io.orderflow.fulfillmentmock.scenarios.Behaviour;
import io.orderflow.fulfillmentmock.scenarios.Plan;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/** Requests as rows of {@code fulfillment_request}, and back. */
final class FulfillmentRequestRows {

    private FulfillmentRequestRows() {}

    /** Binds each column as one array, whatever the number of requests. */
    static StatementSpec bind(StatementSpec statement, List<FulfillmentRequest> requests) {
        return keys(statement, requests.stream().map(FulfillmentRequest::key).toList())
                .param("idempotencyKeys", texts(requests, FulfillmentRequest::idempotencyKey))
                .param("offerIds", texts(requests, FulfillmentRequest::offerId))
                .param("actions", texts(requests, FulfillmentRequest::action))
                .param("quantities", numbers(requests, FulfillmentRequest::quantity))
                .param("providerReferences", texts(requests, FulfillmentRequest::providerReference))
                .param(
                        "behaviours",
                        texts(requests, request -> request.plan().behaviour().name()))
                .param("plannedCopies", numbers(requests, request -> request.plan()
                        .copies()))
                .param("errorCodes", failures(requests, Plan.Failure::code))
                .param("errorMessages", failures(requests, Plan.Failure::message))
                .param("retryables", failures(requests, failure -> Boolean.toString(failure.retryable())))
                .param("requestedAt", texts(requests, request -> text(request.requestedAt())))
                .param("receivedAt", texts(requests, request -> text(request.receivedAt())))
                .param("dueAt", texts(requests, request -> text(request.dueAt())))
                .param("eventIds", texts(requests, request -> request.eventId().toString()))
                .param("correlationIds", texts(requests, FulfillmentRequest::correlationId))
                .param("traceIds", texts(requests, FulfillmentRequest::traceId));
    }

    static StatementSpec keys(StatementSpec statement, List<FulfillmentRequest.Key> keys) {
        return statement
                .param("tenantIds", texts(keys, FulfillmentRequest.Key::tenantId))
                .param("orderIds", texts(keys, FulfillmentRequest.Key::orderId))
                .param("orderLineIds", texts(keys, FulfillmentRequest.Key::orderLineId))
                .param("attempts", numbers(keys, FulfillmentRequest.Key::attempt));
    }

    static FulfillmentRequest.Key key(ResultSet row, int number) throws SQLException {
        return new FulfillmentRequest.Key(
                row.getString("tenant_id"),
                row.getString("order_id"),
                row.getString("order_line_id"),
                row.getInt("attempt"));
    }

    static FulfillmentRequest request(ResultSet row, int number) throws SQLException {
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
                plan(row),
                row.getObject("requested_at", OffsetDateTime.class).toInstant(),
                row.getObject("received_at", OffsetDateTime.class).toInstant(),
                instant(row, "due_at"),
                instant(row, "answered_at"),
                instant(row, "withdrawn_at"),
                row.getInt("copies"),
                row.getObject("event_id", UUID.class),
                row.getString("correlation_id"),
                row.getString("trace_id"));
    }

    private static Plan plan(ResultSet row) throws SQLException {
        String code = row.getString("error_code");
        return new Plan(
                Behaviour.valueOf(row.getString("behaviour")),
                row.getInt("planned_copies"),
                code == null
                        ? null
                        : new Plan.Failure(code, row.getString("error_message"), row.getBoolean("retryable")));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }

    private static @Nullable String text(@Nullable Instant time) {
        return time == null ? null : time.toString();
    }

    private static @Nullable String[] failures(
            List<FulfillmentRequest> requests, Function<Plan.Failure, String> column) {
        return texts(requests, request -> {
            Plan.Failure failure = request.plan().failure();
            return failure == null ? null : column.apply(failure);
        });
    }

    private static <T> @Nullable String[] texts(List<T> rows, Function<T, @Nullable String> column) {
        return rows.stream().map(column).toArray(String[]::new);
    }

    private static <T> Integer[] numbers(List<T> rows, Function<T, Integer> column) {
        return rows.stream().map(column).toArray(Integer[]::new);
    }
}
