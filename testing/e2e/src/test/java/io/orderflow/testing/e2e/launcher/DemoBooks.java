package io.orderflow.testing.e2e.launcher;

import io.orderflow.testing.e2e.stack.Database;
import java.util.List;
import java.util.stream.Stream;

/** What the databases of the three services hold after a demo on empty data. */
public record DemoBooks(Database orderService, Database orchestration, Database fulfillmentMock) {

    public static DemoBooks of(Access access) {
        return new DemoBooks(
                access.database("order_service"),
                access.database("orchestration"),
                access.database("fulfillment_mock"));
    }

    /** Every quote that somebody was told is accepted: by the quote system, or over HTTP, where the quote is the key. */
    public List<String> quotesAnswered() {
        return Stream.of(
                        fulfillmentMock.rows("SELECT quote_id FROM quote_acceptance"),
                        orderService.rows("SELECT idempotency_key FROM capture_commands"))
                .flatMap(rows -> texts(rows).stream())
                .distinct()
                .toList();
    }

    /** The quote of every order. */
    public List<String> quotesOrdered() {
        return texts(orderService.rows("SELECT quote_id FROM orders"));
    }

    public List<String> orders(String status) {
        return texts(orderService.rows("SELECT id FROM orders WHERE status = ?", status));
    }

    /** Orders whose versions are not exactly the rows of their history. */
    public List<String> ordersWithGaps() {
        return texts(
                orderService.rows(
                        """
                SELECT id FROM orders o
                WHERE version <> (SELECT count(*) FROM order_history h WHERE h.tenant_id = o.tenant_id AND h.order_id = o.id)
                """));
    }

    /** The order of every process instance that ever was started. */
    public List<String> ordersOfInstances() {
        return texts(orchestration.rows(
                "SELECT business_key_ FROM act_hi_procinst WHERE super_process_instance_id_ IS NULL"));
    }

    /** Instances that have not ended, in history or at run time. */
    public long openInstances() {
        return orchestration.number("SELECT count(*) FROM act_hi_procinst WHERE end_time_ IS NULL")
                + orchestration.number("SELECT count(*) FROM act_ru_execution");
    }

    /** The lines of completed orders that the provider fulfilled. */
    public List<String> linesCompleted() {
        return lines("COMPLETED", "COMPLETED");
    }

    /** The lines of completed orders that somebody decided to do without. */
    public List<String> linesWaived() {
        return lines("COMPLETED", "WAIVED");
    }

    /** The lines of cancelled orders that have come to their end. */
    public List<String> linesSettledByCancellation() {
        return lines("CANCELLED", "CANCELLED", "REVERSED", "WAIVED");
    }

    public long linesOfCancelledOrders() {
        return orderService.number("SELECT coalesce(sum(line_count), 0) FROM orders WHERE status = 'CANCELLED'");
    }

    public long linesOfCompletedOrders() {
        return orderService.number("SELECT coalesce(sum(line_count), 0) FROM orders WHERE status = 'COMPLETED'");
    }

    /** Every attempt at a line, as the order service knows it. */
    public List<String> attempts() {
        return texts(
                orderService.rows(
                        """
                SELECT l.id || '#' || attempt.number FROM order_lines l
                CROSS JOIN LATERAL generate_series(1, l.attempt) AS attempt (number)
                """));
    }

    /** Every attempt that reached the provider. */
    public List<String> fulfillmentRequests() {
        return texts(fulfillmentMock.rows("SELECT order_line_id || '#' || attempt FROM fulfillment_request"));
    }

    /** Every attempt that the provider fulfilled and has not undone. */
    public List<String> linesDelivered() {
        return texts(
                fulfillmentMock.rows(
                        """
                SELECT r.order_line_id FROM fulfillment_request r
                LEFT JOIN fulfillment_reversal u USING (tenant_id, order_id, order_line_id, attempt)
                WHERE r.answered_at IS NOT NULL AND r.error_code IS NULL AND u.order_line_id IS NULL
                """));
    }

    /** Events that are not sent yet. */
    public long unsent() {
        return count("SELECT count(*) FROM outbox_event");
    }

    /** Events that were given up, on either side of Kafka. */
    public long givenUp() {
        return count("SELECT count(*) FROM outbox_parked")
                + count("SELECT count(*) FROM inbox_event WHERE outcome = 'DEAD_LETTER'");
    }

    private List<String> lines(String orderStatus, String... lineStatuses) {
        return texts(orderService.rows(
                """
                SELECT l.id FROM order_lines l JOIN orders o ON o.tenant_id = l.tenant_id AND o.id = l.order_id
                WHERE o.status = ? AND l.status = ANY (string_to_array(?, ','))
                """,
                orderStatus,
                String.join(",", lineStatuses)));
    }

    private long count(String sql) {
        return Stream.of(orderService, orchestration, fulfillmentMock)
                .mapToLong(database -> database.number(sql))
                .sum();
    }

    private static List<String> texts(List<List<String>> rows) {
        return rows.stream().map(row -> row.get(0)).toList();
    }
}
