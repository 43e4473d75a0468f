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

/** The orders of one race: how they come to its start, and what must be true of them after it. */
final class RaceOrders implements AutoCloseable {

    static final Cause CAUSE = new Cause(new EventOrigin("corr_race", null, null, Map.of()), "test");
    static final Requester ALICE = new Requester(OrderServiceNode.TENANT, "alice", "4bf92f3577b34da6a3ce929d0e0e4736");

    private static final String ANY_OFFER = "O-1";
    private static final int AT_ONCE = 1_000;

    private final String run = "race_" + UUID.randomUUID();
    private final PublishedSince published = new PublishedSince();
    private final OrderServiceNode node;

    RaceOrders(OrderServiceNode node) {
        this.node = node;
    }

    /** @param lines that depend on nothing */
    OrderDraft draft(int number, String offer, int lines) {
        return Drafts.of(
                run + "_" + number,
                IntStream.rangeClosed(1, lines)
                        .mapToObj(line -> new DraftLine(
                                "l" + line, offer, LineAction.ADD, 1, new BigDecimal("12.5"), null, List.of()))
                        .toList());
    }

    AcceptedQuote quote(int number, String offer, int lines) {
        return new AcceptedQuote(OrderServiceNode.TENANT, draft(number, offer, lines), CAUSE);
    }

    List<OrderKey> requested(int count) {
        return requested(count, ANY_OFFER, 1);
    }

    /** Orders of which a provider was asked for every line. */
    List<OrderKey> requested(int count, String offer, int lines) {
        List<OrderKey> orders = new ArrayList<>();
        for (int begin = 0; begin < count; begin += AT_ONCE) {
            List<AcceptedQuote> quotes = IntStream.range(begin, Math.min(count, begin + AT_ONCE))
                    .mapToObj(number -> quote(number, offer, lines))
                    .toList();
            node.bean(CaptureOrder.class)
                    .byQuotes(quotes)
                    .forEach(result -> orders.add(((QuoteResult.Captured) result).order()));
        }
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
        return count("select count(*) from orders where quote_id like :run and status = '" + status + "'");
    }

    int linesThatAre(String status) {
        return count(
                "select count(*) from order_lines l join orders o on o.tenant_id = l.tenant_id and o.id = l.order_id"
                        + " where o.quote_id like :run and l.status = '" + status + "'");
    }

    int refusals() {
        return count(
                "select count(*) from order_refusals r join orders o on o.tenant_id = r.tenant_id and o.id = r.order_id"
                        + " where o.quote_id like :run");
    }

    /** Versions without gaps, and one row of history and one event on the broker for each. */
    void assertNothingIsLostOrDoubled() {
        assertThat(
                        count(
                                """
                                select count(*)
                                  from orders o
                                  join lateral (select count(*) as steps, min(h.version) as first, max(h.version) as last
                                                  from order_history h
                                                 where h.tenant_id = o.tenant_id and h.order_id = o.id) as history on true
                                 where o.quote_id like :run
                                   and (o.version, 1, o.version) is distinct from (history.steps, history.first, history.last)
                                """))
                .as("orders whose history does not count their versions")
                .isZero();
        Map<String, Set<String>> expected = new HashMap<>();
        node.jdbc()
                .sql(
                        """
                        select h.order_id || ' ' || h.version as name, h.event_id::text as event_id
                          from order_history h join orders o on o.tenant_id = h.tenant_id and o.id = h.order_id
                         where o.quote_id like :run
                        """)
                .param("run", run + "%")
                .query(row -> {
                    expected.put(row.getString("name"), Set.of(row.getString("event_id")));
                });
        assertThat(expected).isNotEmpty();
        Set<String> orderIds = expected.keySet().stream()
                .map(name -> name.substring(0, name.indexOf(' ')))
                .collect(Collectors.toSet());
        await().pollInterval(Duration.ZERO.plusMillis(1))
                .atMost(Duration.ofSeconds(60))
                .until(() -> published.of(orderIds).size() >= expected.size());
        assertThat(published.of(orderIds)).as("events by order and version").isEqualTo(expected);
    }

    @Override
    public void close() {
        published.close();
    }
}
