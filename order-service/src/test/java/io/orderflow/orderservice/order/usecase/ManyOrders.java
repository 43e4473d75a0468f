package io.orderflow.orderservice.order.usecase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.orderflow.kafkaadapters.envelope.EventOrigin;
import io.orderflow.orderservice.OrderServiceNode;
import io.orderflow.orderservice.order.DraftLine;
import io.orderflow.orderservice.order.Drafts;
import io.orderflow.orderservice.order.LineAction;
import io.orderflow.orderservice.order.OrderDraft;
import io.orderflow.orderservice.order.OrderKey;
import io.orderflow.orderservice.order.ProgressResult;
import io.orderflow.orderservice.order.ProviderAnswer;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The orders of one test: how they come to its start, and what must be true of them after it. */
final class ManyOrders implements AutoCloseable {

    static final Cause CAUSE = new Cause(new EventOrigin("corr_race", null, null, Map.of()), "test");
    static final Requester ALICE = new Requester(OrderServiceNode.TENANT, "alice", "4bf92f3577b34da6a3ce929d0e0e4736");

    private static final String ANY_OFFER = "O-1";
    private static final int AT_ONCE = 1_000;

    private final String run = "many_" + UUID.randomUUID();
    private final PublishedSince published = new PublishedSince();
    private final OrderServiceNode node;
    private final PublishingPause pause;

    /** Nothing is published until {@link #publish()}. */
    ManyOrders(OrderServiceNode node) throws SQLException {
        this.node = node;
        pause = new PublishingPause(node);
    }

    /** @param lines that depend on nothing */
    OrderDraft draft(int number, String offer, int lines) {
        return draft(
                number,
                IntStream.rangeClosed(1, lines)
                        .mapToObj(line -> new DraftLine(
                                "l" + line, offer, LineAction.ADD, 1, new BigDecimal("12.5"), null, List.of()))
                        .toList());
    }

    AcceptedQuote quote(int number, List<DraftLine> lines) {
        return new AcceptedQuote(OrderServiceNode.TENANT, draft(number, lines), CAUSE);
    }

    AcceptedQuote quote(int number, String offer, int lines) {
        return new AcceptedQuote(OrderServiceNode.TENANT, draft(number, offer, lines), CAUSE);
    }

    private OrderDraft draft(int number, List<DraftLine> lines) {
        return Drafts.of("%s_%06d".formatted(run, number), lines);
    }

    /** In the order of the quotes. */
    List<OrderKey> captured(List<AcceptedQuote> quotes) {
        List<OrderKey> orders = new ArrayList<>();
        for (int begin = 0; begin < quotes.size(); begin += AT_ONCE) {
            node.bean(CaptureOrder.class)
                    .byQuotes(quotes.subList(begin, Math.min(quotes.size(), begin + AT_ONCE)))
                    .forEach(result -> orders.add(((QuoteResult.Captured) result).order()));
        }
        return orders;
    }

    List<OrderKey> requested(int count) {
        return requested(count, ANY_OFFER, 1);
    }

    /** Orders of which a provider was asked for every line. */
    List<OrderKey> requested(int count, String offer, int lines) {
        List<OrderKey> orders = captured(IntStream.range(0, count)
                .mapToObj(number -> quote(number, offer, lines))
                .toList());
        apply(orders, order -> new ReportedProgress.ProcessStarted(order, "p", CAUSE));
        for (int line = 1; line <= lines; line++) {
            String suffix = "-" + line;
            apply(orders, order -> new ReportedProgress.LineReleased(order, order.orderId() + suffix, "p", CAUSE));
        }
        return orders;
    }

    /** Moves all of them; whatever does not is a bug of the test. */
    void apply(List<OrderKey> orders, Function<OrderKey, ReportedProgress> step) {
        for (int begin = 0; begin < orders.size(); begin += AT_ONCE) {
            List<ReportedProgress> steps = orders.subList(begin, Math.min(orders.size(), begin + AT_ONCE)).stream()
                    .map(step)
                    .toList();
            assertThat(node.bean(RecordProgress.class).record(steps))
                    .hasOnlyElementsOfType(ProgressResult.Applied.class);
        }
    }

    static ReportedProgress completion(OrderKey order, int line) {
        String id = order.orderId() + "-" + line;
        return new ReportedProgress.ProviderAnswered(
                order, new ProviderAnswer.Completion(id, 1, id + ":1", "ref"), CAUSE);
    }

    static ReportedProgress failure(OrderKey order, int line) {
        String id = order.orderId() + "-" + line;
        return new ReportedProgress.ProviderAnswered(
                order, new ProviderAnswer.Failure(id, 1, id + ":1", "out_of_stock", "Not in stock", true, null), CAUSE);
    }

    /** Counts by a statement with the place holder {@code :run} for {@code quote_id like}. */
    int count(String sql) {
        return node.jdbc().sql(sql).param("run", run + "%").query(Integer.class).single();
    }

    int ordersThatAre(String status) {
        return countByStatus(ManyOrdersSql.ORDERS_BY_STATUS, status);
    }

    int linesThatAre(String status) {
        return countByStatus(ManyOrdersSql.LINES_BY_STATUS, status);
    }

    private int countByStatus(String sql, String status) {
        return node.jdbc()
                .sql(sql)
                .param("run", run + "%")
                .param("status", status)
                .query(Integer.class)
                .single();
    }

    int refusals() {
        return count(ManyOrdersSql.REFUSALS);
    }

    /** Of each order how it ended, how each of its lines did, and every step and how often it was taken; in quotes' order. */
    List<String> endings() {
        return node.jdbc()
                .sql(ManyOrdersSql.ENDINGS)
                .param("run", run + "%")
                .query(String.class)
                .list();
    }

    /** Versions without gaps, and one row of history and one event on the broker for each. */
    void assertNothingIsLostOrDoubled() throws SQLException {
        publish();
        assertThat(count(ManyOrdersSql.MISCOUNTED))
                .as("orders whose history does not count their versions")
                .isZero();
        Map<String, Set<String>> expected = new HashMap<>();
        node.jdbc().sql(ManyOrdersSql.EVENTS).param("run", run + "%").query(row -> {
            expected.put(row.getString("name"), Set.of(row.getString("event_id")));
        });
        assertThat(expected).isNotEmpty();
        Set<String> orderIds = expected.keySet().stream()
                .map(name -> name.substring(0, name.indexOf(' ')))
                .collect(Collectors.toSet());
        await().pollInterval(Duration.ofMillis(1))
                .atMost(Duration.ofMinutes(2))
                .until(() -> published.of(orderIds).size() >= expected.size());
        assertThat(published.of(orderIds)).as("events by order and version").isEqualTo(expected);
    }

    /** Lets the events go, as far as no other test's orders hold them back. */
    void publish() throws SQLException {
        pause.close();
    }

    @Override
    public void close() throws SQLException {
        publish();
        published.close();
    }
}
