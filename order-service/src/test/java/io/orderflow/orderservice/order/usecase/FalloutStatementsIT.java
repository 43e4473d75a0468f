package io.orderflow.orderservice.order.usecase;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderflow.orderservice.CountingDataSource;
import io.orderflow.orderservice.OrderServiceNode;
import io.orderflow.orderservice.order.CancellationDecision;
import io.orderflow.orderservice.order.OrderKey;
import io.orderflow.orderservice.order.ProgressResult;
import io.orderflow.orderservice.order.ProviderAnswer;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What a batch of 500 events about failed and cancelled lines costs. The outbox adds its one insert before the commit. */
class FalloutStatementsIT {

    private static final int LINES = 4;
    private static final String[] MOVES_LINES = {
        "select orders",
        "with order_lines",
        "update orders",
        "update order_lines",
        "insert order_history",
        "insert outbox_event"
    };
    private static final String[] MOVES_ORDERS = {
        "select orders", "with order_lines", "update orders", "insert order_history", "insert outbox_event"
    };
    private static final String[] READS = {"select orders", "with order_lines"};

    private final OrderServiceNode node = OrderServiceNode.shared();

    @Test
    void failuresRetriesAndWaiversCostAsManyStatementsAsOne() throws Exception {
        try (ManyOrders many = new ManyOrders(node)) {
            List<OrderKey> orders = many.requested(125, "O-1", LINES);
            costs(MOVES_LINES, "failures", ofLines(orders, (order, id) -> failure(order, id, 1)));
            costs(READS, "repeated failures", ofLines(orders, (order, id) -> failure(order, id, 1)));
            costs(
                    MOVES_LINES,
                    "retries",
                    ofLines(orders, (order, id) -> decided(order, new ProcessDecision.Retry(id, 2, "once more"))));
            costs(MOVES_LINES, "failures of the second attempt", ofLines(orders, (order, id) -> failure(order, id, 2)));
            costs(
                    MOVES_LINES,
                    "waivers",
                    ofLines(
                            orders,
                            (order, id) -> decided(order, new ProcessDecision.Waiver(id, 2, "user_42", "no use"))));
            assertThat(many.ordersThatAre("COMPLETED")).isEqualTo(orders.size());
        }
    }

    @Test
    void cancellationsAndReversalsCostAsManyStatementsAsOne() throws Exception {
        try (ManyOrders many = new ManyOrders(node)) {
            List<OrderKey> orders = many.requested(500, "O-1", 1);
            Function<OrderKey, ReportedProgress> cancellation = order -> decided(
                    order, new ProcessDecision.Cancellation(new CancellationDecision("user_42", "no use", null, null)));
            costs(
                    MOVES_LINES,
                    "cancellations",
                    orders.stream().map(cancellation).toList());
            costs(
                    MOVES_LINES,
                    "released reversals",
                    orders.stream()
                            .<ReportedProgress>map(order -> new ReportedProgress.ReversalReleased(
                                    order, order.orderId() + "-1", 1, ManyOrders.CAUSE))
                            .toList());
            costs(
                    MOVES_LINES,
                    "reversals",
                    orders.stream()
                            .map(order -> reversal(order, order.orderId() + "-1"))
                            .toList());
            assertThat(many.linesThatAre("REVERSED")).isEqualTo(orders.size());
        }
        try (ManyOrders many = new ManyOrders(node)) {
            List<OrderKey> orders = many.requested(500, OrderServiceNode.FIRM_OFFER, 1);
            costs(
                    MOVES_ORDERS,
                    "refused cancellations",
                    orders.stream()
                            .map(order -> decided(
                                    order,
                                    new ProcessDecision.Cancellation(
                                            new CancellationDecision("user_42", "no use", null, null))))
                            .toList());
            assertThat(many.ordersThatAre("ACTIVE")).isEqualTo(orders.size());
        }
    }

    private void costs(String[] statements, String what, List<ReportedProgress> reports) {
        CountingDataSource.start();
        List<ProgressResult> results = node.bean(RecordProgress.class).record(reports);
        List<String> executed = CountingDataSource.stop();
        System.out.printf("%d %s: %d statements%n", reports.size(), what, executed.size());
        assertThat(executed).as(what).containsExactly(statements);
        assertThat(results)
                .hasSize(500)
                .hasOnlyElementsOfType(statements == READS ? ProgressResult.Stale.class : ProgressResult.Applied.class);
    }

    private static List<ReportedProgress> ofLines(
            List<OrderKey> orders, BiFunction<OrderKey, String, ReportedProgress> report) {
        return orders.stream()
                .flatMap(order -> IntStream.rangeClosed(1, LINES)
                        .mapToObj(line -> report.apply(order, order.orderId() + "-" + line)))
                .toList();
    }

    private static ReportedProgress failure(OrderKey order, String id, int attempt) {
        return new ReportedProgress.ProviderAnswered(
                order,
                new ProviderAnswer.Failure(id, attempt, id + ":" + attempt, "out_of_stock", "Not in stock", true, null),
                ManyOrders.CAUSE);
    }

    private static ReportedProgress reversal(OrderKey order, String id) {
        return new ReportedProgress.ProviderAnswered(
                order, new ProviderAnswer.Reversal(id, 1, id + ":1", "ref", null), ManyOrders.CAUSE);
    }

    private static ReportedProgress decided(OrderKey order, ProcessDecision decision) {
        return new ReportedProgress.Decided(order, decision, ManyOrders.CAUSE);
    }
}
