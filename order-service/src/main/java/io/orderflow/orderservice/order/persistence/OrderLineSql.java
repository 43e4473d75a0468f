package io.orderflow.orderservice.order.persistence;

import io.orderflow.orderservice.order.LineAction;
import io.orderflow.orderservice.order.LineFailure;
import io.orderflow.orderservice.order.LineProgress;
import io.orderflow.orderservice.order.LineStatus;
import io.orderflow.orderservice.order.LineTerms;
import io.orderflow.orderservice.order.OrderKey;
import io.orderflow.orderservice.order.OrderLine;
import io.orderflow.orderservice.order.PointOfNoReturn;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Statements on the table order_lines. */
final class OrderLineSql {

    private static final String INSERT =
            """
            insert into order_lines (tenant_id, order_id, id, number, quote_line_id, offer_id, action, quantity, unit_price,
                                     description, depends_on, dependants, point_of_no_return,
                                     status, open_dependencies, attempt)
            select tenant_id, order_id, id, number, quote_line_id, offer_id, action, quantity, unit_price, description,
                   string_to_array(depends_on, ',')::integer[], string_to_array(dependants, ',')::integer[],
                   point_of_no_return, status, open_dependencies, attempt
              from unnest(:tenants::text[], :orders::text[], :ids::text[], :numbers::integer[], :quoteLines::text[],
                          :offers::text[], :actions::text[], :quantities::integer[], :unitPrices::numeric[],
                          :descriptions::text[], :dependsOn::text[], :dependants::text[], :pointsOfNoReturn::text[],
                          :statuses::text[], :openDependencies::integer[], :attempts::integer[])
                   as new (tenant_id, order_id, id, number, quote_line_id, offer_id, action, quantity, unit_price,
                           description, depends_on, dependants, point_of_no_return, status, open_dependencies, attempt)
            """;

    /** Some lines by id, the lines that wait for those, and all lines of some orders; a line may come twice. */
    private static final String LOAD =
            """
            with named as materialized (
                select * from order_lines where tenant_id = any (:tenants::text[]) and id = any (:ids::text[])
            )
            select * from named
            union all
            select *
              from order_lines
             where tenant_id = any (:tenants::text[])
               and id = any (array(select order_id || '-' || waiting from named, unnest(dependants) waiting))
            union all
            select * from order_lines where tenant_id = any (:tenants::text[]) and order_id = any (:wholeOrders::text[])
            """;

    private static final String UPDATE =
            """
            update order_lines l
               set status = new.status, open_dependencies = new.open_dependencies, attempt = new.attempt,
                   provider_reference = new.provider_reference, reversal_required = new.reversal_required,
                   failure_code = new.failure_code, failure_reason = new.failure_reason,
                   failure_retryable = new.failure_retryable, failed_at = new.failed_at
              from unnest(:tenants::text[], :ids::text[], :statuses::text[], :openDependencies::integer[],
                          :attempts::integer[], :references::text[], :reversalsRequired::boolean[], :failureCodes::text[],
                          :failureReasons::text[], :failuresRetryable::boolean[], :failedAt::timestamptz[])
                   as new (tenant_id, id, status, open_dependencies, attempt, provider_reference, reversal_required,
                           failure_code, failure_reason, failure_retryable, failed_at)
             where l.tenant_id = any (:tenants::text[]) and l.id = any (:ids::text[])
               and l.tenant_id = new.tenant_id and l.id = new.id
            """;

    private final JdbcClient jdbc;

    OrderLineSql(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A line and the order that it belongs to. */
    record Owned(OrderKey order, OrderLine line) {}

    void insert(List<Owned> lines) {
        jdbc.sql(INSERT)
                .param("tenants", Columns.of(lines, line -> line.order().tenantId()))
                .param("orders", Columns.of(lines, line -> line.order().orderId()))
                .param("ids", Columns.of(lines, line -> terms(line).id()))
                .param("numbers", Columns.of(lines, line -> terms(line).number()))
                .param("quoteLines", Columns.of(lines, line -> terms(line).quoteLineId()))
                .param("offers", Columns.of(lines, line -> terms(line).offerId()))
                .param("actions", Columns.of(lines, line -> terms(line).action()))
                .param("quantities", Columns.of(lines, line -> terms(line).quantity()))
                .param("unitPrices", Columns.of(lines, line -> terms(line).unitPrice()))
                .param("descriptions", Columns.of(lines, line -> terms(line).description()))
                .param(
                        "dependsOn",
                        Columns.of(lines, line -> Columns.joined(terms(line).dependsOn())))
                .param(
                        "dependants",
                        Columns.of(lines, line -> Columns.joined(terms(line).dependants())))
                .param("pointsOfNoReturn", Columns.of(lines, line -> terms(line).pointOfNoReturn()))
                .param("statuses", Columns.of(lines, line -> progress(line).status()))
                .param("openDependencies", Columns.of(lines, line -> progress(line)
                        .openDependencies()))
                .param("attempts", Columns.of(lines, line -> progress(line).attempt()))
                .update();
    }

    /** Lines by order; each line once. */
    Map<OrderKey, Map<String, OrderLine>> load(Set<String> tenants, Set<String> lineIds, Set<String> wholeOrders) {
        Map<OrderKey, Map<String, OrderLine>> loaded = new HashMap<>();
        jdbc.sql(LOAD)
                .param("tenants", Columns.of(tenants, tenant -> tenant))
                .param("ids", Columns.of(lineIds, id -> id))
                .param("wholeOrders", Columns.of(wholeOrders, id -> id))
                .query(row -> {
                    OrderKey order = new OrderKey(row.getString("tenant_id"), row.getString("order_id"));
                    Map<String, OrderLine> lines = loaded.computeIfAbsent(order, key -> new HashMap<>());
                    String id = row.getString("id");
                    if (!lines.containsKey(id)) {
                        lines.put(id, line(row));
                    }
                });
        return loaded;
    }

    void update(Collection<Owned> lines) {
        int updated = jdbc.sql(UPDATE)
                .param("tenants", Columns.of(lines, line -> line.order().tenantId()))
                .param("ids", Columns.of(lines, line -> terms(line).id()))
                .param("statuses", Columns.of(lines, line -> progress(line).status()))
                .param("openDependencies", Columns.of(lines, line -> progress(line)
                        .openDependencies()))
                .param("attempts", Columns.of(lines, line -> progress(line).attempt()))
                .param("references", Columns.of(lines, line -> progress(line).providerReference()))
                .param("reversalsRequired", Columns.of(lines, line -> progress(line)
                        .reversalRequired()))
                .param("failureCodes", failures(lines, LineFailure::code))
                .param("failureReasons", failures(lines, LineFailure::reason))
                .param("failuresRetryable", failures(lines, LineFailure::retryable))
                .param("failedAt", failures(lines, LineFailure::at))
                .update();
        if (updated != lines.size()) {
            throw new IllegalStateException("%d of %d lines are gone".formatted(lines.size() - updated, lines.size()));
        }
    }

    private static @Nullable String[] failures(Collection<Owned> lines, Function<LineFailure, Object> column) {
        return Columns.of(lines, line -> {
            LineFailure failure = progress(line).failure();
            return failure == null ? null : column.apply(failure);
        });
    }

    private static LineTerms terms(Owned line) {
        return line.line().terms();
    }

    private static LineProgress progress(Owned line) {
        return line.line().progress();
    }

    private static OrderLine line(ResultSet row) throws SQLException {
        return new OrderLine(
                new LineTerms(
                        row.getString("id"),
                        row.getInt("number"),
                        row.getString("quote_line_id"),
                        row.getString("offer_id"),
                        LineAction.valueOf(row.getString("action")),
                        row.getInt("quantity"),
                        row.getBigDecimal("unit_price"),
                        row.getString("description"),
                        Rows.integers(row, "depends_on"),
                        Rows.integers(row, "dependants"),
                        PointOfNoReturn.valueOf(row.getString("point_of_no_return"))),
                new LineProgress(
                        LineStatus.valueOf(row.getString("status")),
                        row.getInt("open_dependencies"),
                        row.getInt("attempt"),
                        row.getString("provider_reference"),
                        Rows.failure(row),
                        row.getBoolean("reversal_required")));
    }
}
