package io.orderflow.orderservice.order.usecase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.orderflow.kafkaadapters.envelope.EventOrigin;
import io.orderflow.orderservice.Events;
import io.orderflow.orderservice.OrderServiceNode;
import io.orderflow.orderservice.order.CancellationResult;
import io.orderflow.orderservice.order.Drafts;
import io.orderflow.orderservice.order.OrderDraft;
import io.orderflow.orderservice.order.OrderKey;
import io.orderflow.orderservice.order.ProgressResult;
import io.orderflow.orderservice.order.ProviderAnswer;
import io.orderflow.testing.support.kafka.TestKafka;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Two nodes on one database want the same thing at the same time: one of them gets it, and both know which. */
class RacesIT {

    private static final int PAIRS = 1_000;
    private static final Cause CAUSE = new Cause(new EventOrigin("corr_race", null, null, Map.of()), "test");
    private static final Requester ALICE =
            new Requester(OrderServiceNode.TENANT, "alice", "4bf92f3577b34da6a3ce929d0e0e4736");

    private static OrderServiceNode nodeA;
    private static OrderServiceNode nodeB;
    private static ExecutorService threads;

    @BeforeAll
    static void startNodes() {
        nodeA = OrderServiceNode.shared();
        nodeB = OrderServiceNode.beside();
        threads = Executors.newFixedThreadPool(2);
    }

    @AfterAll
    static void stopNodes() {
        threads.shutdownNow();
        nodeB.stop();
    }

    @Test
    void commandAndEventRaceForTheSameQuoteAndOneCaptures() throws Exception {
        String run = "race_" + UUID.randomUUID();
        CaptureOrder byCommand = nodeA.bean(CaptureOrder.class);
        CaptureOrder byEvent = nodeB.bean(CaptureOrder.class);
        Set<OrderKey> orders = new HashSet<>();
        int wonByCommand = 0;
        for (int i = 0; i < PAIRS; i++) {
            OrderDraft draft = Drafts.independent(run + "_" + i, 2);
            String key = run + i;
            Pair<CaptureResult, QuoteResult> results =
                    together(() -> byCommand.byCommand(draft, key, ALICE), () -> byEvent.byQuotes(
                                    List.of(new AcceptedQuote(OrderServiceNode.TENANT, draft, CAUSE)))
                            .get(0));
            boolean commandWon = results.first() instanceof CaptureResult.Captured;
            assertThat(results.second() instanceof QuoteResult.Captured).isNotEqualTo(commandWon);
            assertThat(order(results.first())).isEqualTo(order(results.second()));
            assertThat(byCommand.byCommand(draft, key, ALICE))
                    .isEqualTo(new CaptureResult.Existing(order(results.first())));
            orders.add(order(results.first()));
            wonByCommand += commandWon ? 1 : 0;
        }

        assertThat(orders).hasSize(PAIRS);
        assertThat(wonByCommand).as("both channels win some").isBetween(1, PAIRS - 1);
        assertThat(count("select count(*) from orders where quote_id like ?", run + "%"))
                .isEqualTo(PAIRS);
        assertThat(count(
                        "select count(*) from order_lines l join orders o on o.id = l.order_id where o.quote_id like ?",
                        run + "%"))
                .isEqualTo(PAIRS * 2);
        assertPublishedOnce(orders, Set.of("OrderCaptured", "OrderValidated"));
    }

    @Test
    void theSameKeyFiftyTimesAtOnceCapturesOnce() throws Exception {
        String run = "same_" + UUID.randomUUID();
        OrderDraft draft = Drafts.independent(run, 2);
        ExecutorService many = Executors.newFixedThreadPool(10);
        try {
            List<Callable<CaptureResult>> calls = new ArrayList<>();
            for (int i = 0; i < 50; i++) {
                OrderServiceNode node = i % 2 == 0 ? nodeA : nodeB;
                calls.add(() -> node.bean(CaptureOrder.class).byCommand(draft, run, ALICE));
            }
            List<CaptureResult> results = new ArrayList<>();
            for (Future<CaptureResult> call : many.invokeAll(calls)) {
                results.add(call.get());
            }
            assertThat(results.stream().filter(CaptureResult.Captured.class::isInstance))
                    .hasSize(1);
            assertThat(results.stream().map(RacesIT::order).distinct()).hasSize(1);
        } finally {
            many.shutdownNow();
        }
    }

    @Test
    void batchesWithTheSameQuotesInOppositeOrderDoNotDeadlock() throws Exception {
        for (int round = 0; round < 20; round++) {
            String run = "batch_" + UUID.randomUUID();
            List<AcceptedQuote> forward = new ArrayList<>();
            List<AcceptedQuote> backward = new ArrayList<>();
            for (int i = 0; i < 100; i++) {
                AcceptedQuote quote =
                        new AcceptedQuote(OrderServiceNode.TENANT, Drafts.independent(run + "_" + i, 1), CAUSE);
                forward.add(quote);
                backward.add(0, quote);
            }
            together(() -> nodeA.bean(CaptureOrder.class).byQuotes(forward), () -> nodeB.bean(CaptureOrder.class)
                    .byQuotes(backward));
            assertThat(count("select count(*) from orders where quote_id like ?", run + "%"))
                    .isEqualTo(100);
        }
    }

    @Test
    void aCancellationRacesTheLastCompletionAndOneWins() throws Exception {
        String run = "cancel_" + UUID.randomUUID();
        RecordProgress progress = nodeB.bean(RecordProgress.class);
        CancelOrder cancelOrder = nodeA.bean(CancelOrder.class);
        List<OrderKey> orders = requested(run, progress);
        int cancelled = 0;
        Set<OrderKey> refused = new HashSet<>();
        for (OrderKey order : orders) {
            String lineId = order.orderId() + "-1";
            Pair<CancellationResult, ProgressResult> results = together(
                    () -> cancelOrder
                            .cancel(order.orderId(), "race", ExpectedVersion.any(), ALICE)
                            .orElseThrow(),
                    () -> progress.record(List.of(new ReportedProgress.ProviderAnswered(
                                    order, new ProviderAnswer.Completion(lineId, 1, lineId + ":1", "ref"), CAUSE)))
                            .get(0));
            if (results.first() instanceof CancellationResult.Cancelled) {
                cancelled++;
                assertThat(results.second()).isInstanceOf(ProgressResult.Stale.class);
            } else {
                assertThat(results.first()).isInstanceOf(CancellationResult.NotCancellable.class);
                assertThat(results.second()).isEqualTo(ProgressResult.APPLIED);
                refused.add(order);
            }
        }

        assertThat(cancelled).as("both win some").isBetween(1, PAIRS - 1);
        assertThat(count("select count(*) from orders where status = 'CANCELLED' and quote_id like ?", run + "%"))
                .isEqualTo(cancelled);
        assertThat(count("select count(*) from orders where status = 'COMPLETED' and quote_id like ?", run + "%"))
                .isEqualTo(PAIRS - cancelled);
        assertThat(count(
                        "select count(*) from order_refusals r join orders o on o.id = r.order_id where o.quote_id like ?",
                        run + "%"))
                .as("every refused cancellation is kept")
                .isEqualTo(refused.size());
        assertThat(count(
                        """
                        select count(*) from orders o
                         where o.quote_id like ? and o.version <> (select count(*) from order_history h
                                                                    where h.tenant_id = o.tenant_id and h.order_id = o.id)
                        """,
                        run + "%"))
                .as("a history row for every version")
                .isZero();
    }

    private static List<OrderKey> requested(String run, RecordProgress progress) {
        List<AcceptedQuote> quotes = new ArrayList<>();
        for (int i = 0; i < PAIRS; i++) {
            quotes.add(new AcceptedQuote(OrderServiceNode.TENANT, Drafts.independent(run + "_" + i, 1), CAUSE));
        }
        List<OrderKey> orders = nodeA.bean(CaptureOrder.class).byQuotes(quotes).stream()
                .map(RacesIT::order)
                .toList();
        List<ReportedProgress> steps = new ArrayList<>();
        for (OrderKey order : orders) {
            steps.add(new ReportedProgress.ProcessStarted(order, "p", CAUSE));
            steps.add(new ReportedProgress.LineReleased(order, order.orderId() + "-1", "p", CAUSE));
        }
        assertThat(progress.record(steps)).hasOnlyElementsOfType(ProgressResult.Applied.class);
        return orders;
    }

    private static void assertPublishedOnce(Set<OrderKey> orders, Set<String> types) {
        Set<String> ids = new HashSet<>();
        orders.forEach(order -> ids.add(order.orderId()));
        await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> {
            Map<String, Set<String>> eventIds = new HashMap<>();
            TestKafka.records(Events.ORDERS).stream()
                    .filter(record -> ids.contains(record.key()))
                    .map(record -> Events.read(record.value()))
                    .forEach(event -> eventIds.computeIfAbsent(name(event), name -> new HashSet<>())
                            .add(event.get("eventId").asText()));
            assertThat(eventIds).hasSize(orders.size() * types.size());
            assertThat(eventIds.values()).allSatisfy(each -> assertThat(each).hasSize(1));
        });
    }

    private static String name(JsonNode event) {
        return event.get("aggregateId").asText() + " " + event.get("eventType").asText();
    }

    private static int count(String sql, String parameter) {
        return nodeA.jdbc().sql(sql).param(parameter).query(Integer.class).single();
    }

    private static OrderKey order(CaptureResult result) {
        if (result instanceof CaptureResult.Captured captured) {
            return captured.order();
        }
        return ((CaptureResult.Existing) result).order();
    }

    private static OrderKey order(QuoteResult result) {
        if (result instanceof QuoteResult.Captured captured) {
            return captured.order();
        }
        return ((QuoteResult.AlreadyCaptured) result).order();
    }

    private static <A, B> Pair<A, B> together(Callable<A> first, Callable<B> second) throws Exception {
        CyclicBarrier start = new CyclicBarrier(2);
        Future<A> a = threads.submit(() -> {
            start.await();
            return first.call();
        });
        Future<B> b = threads.submit(() -> {
            start.await();
            return second.call();
        });
        return new Pair<>(a.get(), b.get());
    }

    private record Pair<A, B>(A first, B second) {}
}
