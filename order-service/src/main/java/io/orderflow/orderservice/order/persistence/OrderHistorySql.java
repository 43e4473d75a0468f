package io.orderflow.orderservice.order.persistence;

import io.orderflow.orderservice.order.OrderKey;
import io.orderflow.orderservice.order.usecase.HistoryRow;
import io.orderflow.orderservice.order.usecase.OrderHistory;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Statements on the table order_history. */
final class OrderHistorySql {

    private static final String INSERT =
            """
            insert into order_history (tenant_id, order_id, version, line_id, from_status, to_status, at,
                                       event_id, event_type, cause, actor, reason)
            select *
              from unnest(:tenants::text[], :orders::text[], :versions::bigint[], :lines::text[], :froms::text[],
                          :tos::text[], :ats::timestamptz[], :eventIds::uuid[], :eventTypes::text[], :causes::text[],
                          :actors::text[], :reasons::text[])
            """;

    private static final String READ =
            """
            select version, line_id, from_status, to_status, at, event_id, event_type, cause, actor, reason
              from order_history
             where tenant_id = :tenant and order_id = :order
             order by version
            """;

    private final JdbcClient jdbc;

    OrderHistorySql(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(List<HistoryRow> rows) {
        jdbc.sql(INSERT)
                .param("tenants", Columns.of(rows, row -> row.change().order().tenantId()))
                .param("orders", Columns.of(rows, row -> row.change().order().orderId()))
                .param(
                        "versions",
                        Columns.of(rows, row -> row.change().transition().version()))
                .param(
                        "lines",
                        Columns.of(rows, row -> row.change().transition().lineId()))
                .param(
                        "froms",
                        Columns.of(rows, row -> row.change().transition().from()))
                .param("tos", Columns.of(rows, row -> row.change().transition().to()))
                .param("ats", Columns.of(rows, row -> row.change().transition().at()))
                .param("eventIds", Columns.of(rows, HistoryRow::eventId))
                .param(
                        "eventTypes",
                        Columns.of(
                                rows, row -> row.change().transition().event().type()))
                .param(
                        "causes",
                        Columns.of(rows, row -> row.change().cause().origin().causationId()))
                .param("actors", Columns.of(rows, row -> row.change().cause().actor()))
                .param(
                        "reasons",
                        Columns.of(rows, row -> row.change().transition().reason()))
                .update();
    }

    List<OrderHistory.Entry> read(OrderKey order) {
        return jdbc.sql(READ)
                .param("tenant", order.tenantId())
                .param("order", order.orderId())
                .query((row, i) -> new OrderHistory.Entry(
                        row.getLong("version"),
                        row.getString("line_id"),
                        row.getString("from_status"),
                        row.getString("to_status"),
                        Rows.instant(row, "at"),
                        row.getObject("event_id", UUID.class),
                        row.getString("event_type"),
                        row.getString("cause"),
                        row.getString("actor"),
                        row.getString("reason")))
                .list();
    }
}
