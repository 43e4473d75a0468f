package io.orderflow.orderservice.callback;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderflow.kafkaadapters.envelope.EventOrigin;
import io.orderflow.orderservice.Http;
import io.orderflow.orderservice.OrderServiceNode;
import io.orderflow.orderservice.callback.CallbackVerdict.Outcome;
import io.orderflow.orderservice.order.OrderKey;
import io.orderflow.orderservice.order.ProgressResult;
import io.orderflow.orderservice.order.ProviderAnswer;
import io.orderflow.orderservice.order.usecase.Cause;
import io.orderflow.orderservice.order.usecase.RecordProgress;
import io.orderflow.orderservice.order.usecase.ReportedProgress;
import io.orderflow.orderservice.order.web.OrdersInProgress;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The same callback at the same time on two nodes has one effect, and everybody gets the same answer. */
class CallbackRacesIT {

    private static final int ORDERS = 200;
    private static final int LINES = 10;
    private static final int TWO_CONTENTS = 100;
    private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";
    private static final Provider ACME = new Provider(OrderServiceNode.PROVIDER, OrderServiceNode.TENANT);

    private static final Cause CAUSE = new Cause(new EventOrigin("corr_race", null, null, Map.of()), "test");

    private static OrderServiceNode nodeA;
    private static OrderServiceNode nodeB;
    private static ExecutorService threads;

    @BeforeAll
    static void startNodes() {
        nodeA = OrderServiceNode.shared();
        nodeB = OrderServiceNode.beside();
        threads = Executors.newFixedThreadPool(8);
    }

    @AfterAll
    static void stopNodes() {
        threads.shutdownNow();
        nodeB.stop();
    }

    @Test
    void thousandsOfCallbacksTwiceEachOnTwoNodes() throws Exception {
        String run = "race-" + UUID.randomUUID();
        List<Callable<CallbackResult>> calls = new ArrayList<>();
        List<String> orders = new ArrayList<>();
        for (int order = 0; order < ORDERS; order++) {
            String id = OrdersInProgress.requested(nodeA, LINES);
            orders.add(id);
            for (int line = 1; line <= LINES; line++) {
                String lineId = id + "-" + line;
                Callback callback = new Callback(
                        run + "-" + lineId, id, new ProviderAnswer.Completion(lineId, 1, lineId + ":1", "ref"));
                calls.add(() -> nodeA.bean(RecordCallback.class).record(ACME, callback, TRACE));
                calls.add(() -> nodeB.bean(RecordCallback.class).record(ACME, callback, TRACE));
            }
        }

        CallbackResult applied =
                new CallbackResult.Heard(new CallbackVerdict(CallbackVerdict.Outcome.APPLIED, null, null));
        for (Future<CallbackResult> call : threads.invokeAll(calls)) {
            assertThat(call.get()).isEqualTo(applied);
        }

        int n = ORDERS * LINES;
        assertThat(count("select count(*) from fulfillment_callbacks where callback_id like ?", run + "%"))
                .isEqualTo(n);
        for (String id : orders) {
            assertThat(count(
                            "select count(*) from order_history where order_id = ? and event_type = 'OrderLineFulfillmentCompleted'",
                            id))
                    .isEqualTo(LINES);
            assertThat(nodeA.http().get("/orders/" + id).body().get("status").asText())
                    .isEqualTo("COMPLETED");
        }
        System.out.printf("%d callbacks raced twice on two nodes: %d effects, %d answers alike%n", n, n, calls.size());
    }

    @Test
    void aCallbackAndTheEventThatSaysTheSameMoveTheLineOnce() throws Exception {
        List<Callable<Boolean>> calls = new ArrayList<>();
        for (int order = 0; order < ORDERS / 2; order++) {
            String id = OrdersInProgress.requested(nodeA, LINES);
            for (int line = 1; line <= LINES; line++) {
                String lineId = id + "-" + line;
                ProviderAnswer answer = new ProviderAnswer.Completion(lineId, 1, lineId + ":1", "ref");
                calls.add(() -> {
                    CallbackResult result = nodeA.bean(RecordCallback.class)
                            .record(ACME, new Callback("event-" + lineId, id, answer), TRACE);
                    return applied(((CallbackResult.Heard) result).verdict().outcome() == Outcome.APPLIED, result);
                });
                calls.add(() -> {
                    ProgressResult result = nodeB.bean(RecordProgress.class)
                            .record(List.of(new ReportedProgress.ProviderAnswered(
                                    new OrderKey(ACME.tenantId(), id), answer, CAUSE)))
                            .get(0);
                    return applied(result instanceof ProgressResult.Applied, result);
                });
            }
        }

        int byCallback = 0;
        List<Future<Boolean>> results = threads.invokeAll(calls);
        for (int i = 0; i < results.size(); i += 2) {
            assertThat(results.get(i).get())
                    .as("one of them")
                    .isNotEqualTo(results.get(i + 1).get());
            byCallback += results.get(i).get() ? 1 : 0;
        }
        System.out.printf(
                "%d callbacks raced with their events on two nodes: the callback was first %d times%n",
                calls.size() / 2, byCallback);
    }

    /** Whoever is second is stale, and nothing else. */
    private static boolean applied(boolean applied, Object result) {
        if (!applied) {
            assertThat(result).asString().containsIgnoringCase("stale").contains("the line is COMPLETED");
        }
        return applied;
    }

    @Test
    void oneCallbackFiftyTimesAtOnceOverHttp() throws Exception {
        String id = OrdersInProgress.requested(nodeA, 2);
        String body = Callbacks.completed("fifty-" + UUID.randomUUID(), id, 1, "job-77");
        ExecutorService callers = Executors.newFixedThreadPool(50);
        try {
            List<Callable<Http.Response>> calls = new ArrayList<>();
            calls.addAll(Collections.nCopies(25, () -> Callbacks.send(nodeA.http(), body)));
            calls.addAll(Collections.nCopies(25, () -> Callbacks.send(nodeB.http(), body)));
            for (Future<Http.Response> call : callers.invokeAll(calls)) {
                assertThat(call.get().status()).isEqualTo(200);
                assertThat(call.get().body().get("outcome").asText()).isEqualTo("APPLIED");
            }
        } finally {
            callers.shutdownNow();
        }
        assertThat(count(
                        "select count(*) from order_history where order_id = ? and event_type = 'OrderLineFulfillmentCompleted'",
                        id))
                .isEqualTo(1);
    }

    @Test
    void oneIdForTwoContentsAtOnceIsHeardOnce() throws Exception {
        int applied = 0;
        for (int i = 0; i < TWO_CONTENTS; i++) {
            String id = OrdersInProgress.requested(nodeA, 1);
            String lineId = id + "-1";
            List<Callable<CallbackResult>> both = new ArrayList<>();
            for (OrderServiceNode node : List.of(nodeA, nodeB)) {
                Callback callback = new Callback(
                        "two-" + id, id, new ProviderAnswer.Completion(lineId, 1, lineId + ":1", "ref-" + both.size()));
                both.add(() -> node.bean(RecordCallback.class).record(ACME, callback, TRACE));
            }
            List<CallbackResult> results = new ArrayList<>();
            for (Future<CallbackResult> call : threads.invokeAll(both)) {
                results.add(call.get());
            }
            assertThat(results)
                    .filteredOn(CallbackResult.IdReused.class::isInstance)
                    .hasSize(1);
            assertThat(results)
                    .filteredOn(CallbackResult.Heard.class::isInstance)
                    .hasSize(1);
            applied++;
        }
        System.out.printf("%d ids raced with two contents: one heard, one refused each time%n", applied);
    }

    private static long count(String sql, String parameter) {
        return nodeA.jdbc().sql(sql).param(parameter).query(Long.class).single();
    }
}
