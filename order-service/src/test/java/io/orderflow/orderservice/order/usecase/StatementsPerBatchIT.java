package io.orderflow.orderservice.order.usecase;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderflow.kafkaadapters.envelope.EventOrigin;
import io.orderflow.orderservice.CountingDataSource;
import io.orderflow.orderservice.OrderServiceNode;
import io.orderflow.orderservice.order.Drafts;
import io.orderflow.orderservice.order.OrderKey;
import io.orderflow.orderservice.order.ProgressResult;
import io.orderflow.orderservice.order.ProviderAnswer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What a batch costs, whatever its size. The outbox adds its one insert before the commit. */
class StatementsPerBatchIT {

    private static final Cause CAUSE = new Cause(new EventOrigin("corr_1", null, null, Map.of()), "test");

    private final OrderServiceNode node = OrderServiceNode.shared();
    private final CaptureOrder captureOrder = node.bean(CaptureOrder.class);
    private final RecordProgress recordProgress = node.bean(RecordProgress.class);

    @Test
    void fiveHundredEventsCostAsManyStatementsAsOne() {
        List<AcceptedQuote> quotes = IntStream.range(0, 125)
                .mapToObj(i -> new AcceptedQuote(
                        OrderServiceNode.TENANT,
                        Drafts.of(
                                "q_" + UUID.randomUUID(),
                                Drafts.line("a"),
                                Drafts.line("b", "a"),
                                Drafts.line("c", "a"),
                                Drafts.line("d")),
                        CAUSE))
                .toList();
        CountingDataSource.start();
        List<QuoteResult> captured = captureOrder.byQuotes(quotes);
        assertThat(CountingDataSource.stop())
                .containsExactly("insert orders", "insert order_lines", "insert order_history", "insert outbox_event");

        CountingDataSource.start();
        assertThat(captureOrder.byQuotes(quotes)).hasOnlyElementsOfType(QuoteResult.AlreadyCaptured.class);
        assertThat(CountingDataSource.stop()).containsExactly("insert orders", "select orders");

        List<OrderKey> orders = captured.stream()
                .map(result -> ((QuoteResult.Captured) result).order())
                .toList();
        CountingDataSource.start();
        applied(orders.stream()
                .map(order -> new ReportedProgress.ProcessStarted(order, "p", CAUSE))
                .toList());
        assertThat(CountingDataSource.stop())
                .containsExactly("select orders", "update orders", "insert order_history", "insert outbox_event");

        List<ReportedProgress> releases = new ArrayList<>();
        List<ReportedProgress> completions = new ArrayList<>();
        for (OrderKey order : orders) {
            for (int line = 1; line <= 4; line++) {
                String lineId = order.orderId() + "-" + line;
                releases.add(new ReportedProgress.LineReleased(order, lineId, "p", CAUSE));
                completions.add(new ReportedProgress.ProviderAnswered(
                        order, new ProviderAnswer.Completion(lineId, 1, lineId + ":1", "ref"), CAUSE));
            }
        }
        CountingDataSource.start();
        applied(releases);
        assertThat(CountingDataSource.stop()).containsExactly(all());

        CountingDataSource.start();
        applied(completions);
        assertThat(CountingDataSource.stop()).containsExactly(all());
        assertThat(node.jdbc()
                        .sql("select count(*) from orders where status = 'COMPLETED' and id = any (?)")
                        .param(orders.stream().map(OrderKey::orderId).toArray(String[]::new))
                        .query(Integer.class)
                        .single())
                .isEqualTo(125);

        CountingDataSource.start();
        assertThat(recordProgress.record(completions)).hasOnlyElementsOfType(ProgressResult.Stale.class);
        assertThat(CountingDataSource.stop()).containsExactly("select orders", "with order_lines");
    }

    @Test
    void oneCompletionInABigOrderReadsOnlyTheLinesItTouches() {
        QuoteResult.Captured captured = (QuoteResult.Captured) captureOrder
                .byQuotes(List.of(new AcceptedQuote(
                        OrderServiceNode.TENANT, Drafts.independent("q_" + UUID.randomUUID(), 675), CAUSE)))
                .get(0);
        OrderKey order = captured.order();

        Map<OrderKey, io.orderflow.orderservice.order.Order> loaded = node.bean(
                        org.springframework.transaction.support.TransactionTemplate.class)
                .execute(status -> node.bean(Orders.class).lock(List.of(LineRef.line(order, order.orderId() + "-7"))));

        assertThat(loaded.get(order).lines()).hasSize(1);
    }

    private void applied(List<? extends ReportedProgress> reports) {
        assertThat(recordProgress.record(reports)).hasOnlyElementsOfType(ProgressResult.Applied.class);
    }

    private static String[] all() {
        return new String[] {
            "select orders",
            "with order_lines",
            "update orders",
            "update order_lines",
            "insert order_history",
            "insert outbox_event"
        };
    }
}
