package io.orderflow.testing.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.orderflow.testing.e2e.data.Invoice;
import io.orderflow.testing.e2e.data.Invoices;
import io.orderflow.testing.e2e.data.OrderBodies;
import io.orderflow.testing.e2e.kafka.PublishedEvent;
import io.orderflow.testing.e2e.kafka.Redelivery;
import io.orderflow.testing.e2e.kafka.TopicDump;
import io.orderflow.testing.e2e.kafka.Topics;
import io.orderflow.testing.e2e.stack.Fingerprint;
import io.orderflow.testing.e2e.stack.ProcessHistory;
import io.orderflow.testing.e2e.stack.Quiet;
import io.orderflow.testing.e2e.stack.Stack;
import io.orderflow.testing.support.kafka.TestKafka;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;

/**
 * Sixty real invoices, half ordered over HTTP and half by an accepted quote. Every fifth is cancelled while the provider
 * is held, so that the cancellation wins by construction: six at once, perhaps before the process has started, and six
 * when lines have been requested.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(OrderAnnotation.class)
class SixtyInvoicesIT {

    private static final Duration PATIENCE = Duration.ofSeconds(120);
    private static final List<String> LIFECYCLE_TOPICS =
            List.of(Topics.QUOTES, Topics.ORDERS, Topics.ORCHESTRATION, Topics.FULFILLMENT);

    private Stack stack;

    /** Lines per order. */
    private final Map<String, Integer> orders = new LinkedHashMap<>();

    private final Set<String> cancelled = new LinkedHashSet<>();

    @BeforeAll
    void orderCancelAndFulfil() {
        stack = Stack.running();
        stack.mock().latency(0, 50);
        stack.mock().pause();
        List<Invoice> invoices = Invoices.all();
        List<String> toCancelLater = new ArrayList<>();
        Map<String, Invoice> byQuote = new LinkedHashMap<>();
        for (int i = 0; i < invoices.size(); i++) {
            Invoice invoice = invoices.get(i);
            String quoteId = "q_" + invoice.number();
            if (i % 2 == 0) {
                String orderId = capture(quoteId, invoice);
                if (i % 10 == 0) {
                    cancel(orderId);
                }
            } else {
                stack.mock()
                        .accept(quoteId, OrderBodies.acceptance(quoteId, invoice))
                        .expecting(202);
                byQuote.put(quoteId, invoice);
                if (i % 10 == 5) {
                    toCancelLater.add(quoteId);
                }
            }
        }
        byQuote.forEach((quoteId, invoice) ->
                orders.put(stack.orders().awaitOrderOf(quoteId), invoice.lines().size()));
        stack.orders().awaitStatus("ACTIVE", open(), PATIENCE);
        Quiet.settle(stack, PATIENCE);
        toCancelLater.forEach(quoteId -> cancel(stack.orders().awaitOrderOf(quoteId)));
        stack.mock().resume();
        stack.orders().awaitStatus("COMPLETED", open(), PATIENCE);
        Quiet.settle(stack, PATIENCE);
    }

    @Test
    @Order(1)
    void everyOrderIsWhereItBelongs() {
        assertThat(orders).hasSize(60);
        assertThat(cancelled).hasSize(12);
        orders.forEach((orderId, lines) -> {
            JsonNode order = stack.orders().order(orderId);
            assertThat(order.path("lines")).hasSize(lines);
            if (cancelled.contains(orderId)) {
                assertThat(order.path("status").asText()).isEqualTo("CANCELLED");
                assertThat(order.path("cancelledAt").asText()).isNotEmpty();
                assertThat(OrderEnd.count(order, "CANCELLED") + OrderEnd.count(order, "REVERSED"))
                        .isEqualTo(lines.longValue());
                assertThat(OrderEnd.count(order, "REVERSED"))
                        .isEqualTo(stack.mock().requests(orderId).size());
            } else {
                assertThat(order.path("status").asText()).isEqualTo("COMPLETED");
                assertThat(order.path("lines"))
                        .allSatisfy(
                                line -> assertThat(line.path("status").asText()).isEqualTo("COMPLETED"));
            }
        });
    }

    @Test
    @Order(2)
    void aCancelledOrderStaysCancelledAndACompletedOneCannotBe() {
        String gone = cancelled.iterator().next();
        JsonNode before = stack.orders().order(gone);
        assertThat(stack.orders().cancel(gone, "no longer wanted").expecting(200))
                .isEqualTo(before);

        String done = open().iterator().next();
        assertThat(stack.orders()
                        .cancel(done, "too late")
                        .expecting(409)
                        .path("code")
                        .asText())
                .isIn("past_point_of_no_return", "invalid_transition");
    }

    @Test
    @Order(3)
    void everyProcessEndedAsItsOrderDid() {
        ProcessHistory processes = stack.processes();
        orders.keySet().forEach(orderId -> {
            assertThat(processes.instances(orderId)).singleElement().satisfies(instance -> {
                assertThat(instance.state()).isEqualTo("COMPLETED");
                assertThat(processes.endEvents(instance))
                        .containsExactlyInAnyOrderElementsOf(end(orderId).endEvents());
                assertThat(processes.executions(instance)).isZero();
            });
        });
    }

    @Test
    @Order(4)
    void everyTransitionWasPublishedOnceAndInOrder() {
        TopicDump dump = TopicDump.of(Topics.ORDERS);
        orders.keySet().forEach(orderId -> {
            List<PublishedEvent> stream = dump.ofAggregate(orderId);
            StreamAssertions.assertGapless(stream);
            stream.forEach(StreamAssertions::assertHeadersAgree);
            assertThat(stream.get(stream.size() - 1).type())
                    .isEqualTo(end(orderId).lastEvent());
            assertThat(stack.orders().order(orderId).path("version").asInt()).isEqualTo(stream.size());
            assertThat(stack.orders().history(orderId)).hasSameSizeAs(stream);
        });
    }

    @Test
    @Order(5)
    void everyReportWasPublishedOnceAndInOrder() {
        for (String topic : List.of(Topics.ORCHESTRATION, Topics.FULFILLMENT)) {
            TopicDump dump = TopicDump.of(topic);
            open().forEach(orderId -> {
                StreamAssertions.assertGapless(dump.ofAggregate(orderId));
                dump.ofAggregate(orderId).forEach(StreamAssertions::assertHeadersAgree);
            });
        }
    }

    @Test
    @Order(6)
    void everyLineWasRequestedOnceAndTheSecondAfterTheFirst() {
        TopicDump dump = TopicDump.of(Topics.ORDERS);
        open().forEach(orderId -> {
            List<String> steps = dump.ofAggregate(orderId).stream()
                    .filter(event -> event.type().startsWith("OrderLineFulfillment"))
                    .map(event -> event.type().replace("OrderLineFulfillment", "") + " "
                            + event.payload().path("orderLineId").asText())
                    .toList();
            assertThat(steps).doesNotHaveDuplicates().hasSize(2 * orders.get(orderId));
            assertThat(stack.mock().requests(orderId)).hasSize(orders.get(orderId));
            if (orders.get(orderId) > 1) {
                assertThat(steps).containsSubsequence("Completed " + orderId + "-1", "Requested " + orderId + "-2");
            }
        });
    }

    @Test
    @Order(7)
    void deliveringEverythingAgainChangesNothing() {
        Map<String, String> before = Fingerprint.of(stack);
        assertThat(before)
                .containsKeys(
                        "order-service.orders",
                        "order-service.order_lines",
                        "order-service.order_history",
                        "fulfillment-mock.fulfillment_request",
                        "orchestration.process_instance_ledger",
                        "engine.act_hi_procinst");
        Map<String, Integer> sentAgain = new LinkedHashMap<>();
        LIFECYCLE_TOPICS.forEach(topic -> sentAgain.put(topic, Redelivery.ofEverythingIn(topic)));

        Quiet.settle(stack, PATIENCE);

        assertThat(Fingerprint.of(stack)).isEqualTo(before);
        sentAgain.forEach(
                (topic, count) -> assertThat(TestKafka.records(topic)).as(topic).hasSize(2 * count));
    }

    private String capture(String quoteId, Invoice invoice) {
        JsonNode order = stack.orders()
                .capture(OrderBodies.order(quoteId, invoice), "capture-" + quoteId)
                .expecting(201);
        orders.put(order.path("id").asText(), invoice.lines().size());
        return order.path("id").asText();
    }

    private void cancel(String orderId) {
        JsonNode order = stack.orders().cancel(orderId, "no longer wanted").expecting(200);
        assertThat(order.path("status").asText()).isEqualTo("CANCELLED");
        cancelled.add(orderId);
    }

    private OrderEnd end(String orderId) {
        return new OrderEnd(stack, orderId, cancelled.contains(orderId), orders.get(orderId));
    }

    private Set<String> open() {
        Set<String> open = new LinkedHashSet<>(orders.keySet());
        open.removeAll(cancelled);
        return open;
    }
}
