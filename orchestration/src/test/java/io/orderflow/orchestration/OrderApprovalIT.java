package io.orderflow.orchestration;

import static io.orderflow.orchestration.Seen.eventually;
import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.orderflow.bpmn.OrderFulfillmentProcess.Elements;
import io.orderflow.bpmn.OrderFulfillmentProcess.Variables;
import io.orderflow.testing.support.kafka.TestKafka;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** An order that somebody has to approve: nothing is released before. */
class OrderApprovalIT extends RunningOrchestration {

    static final String DEAR = "250000.00";

    @Test
    void aDearOrderAsksForAnApprovalAndHoldsItsLines() {
        OrderEvents order = held();

        JsonNode requested = Facts.of(order.orderId).get(1);
        assertThat(requested.path("eventType").asText()).isEqualTo("OrderApprovalRequested");
        assertThat(requested.at("/payload/totals/oneTimeTotal").asText()).isEqualTo(DEAR);
        assertThat(requested.at("/payload/currency").asText()).isEqualTo("GBP");
        assertThat(requested.at("/payload/customerId").asText()).isEqualTo("cust_1");
        assertThat(requested.at("/payload/policyReference").asText()).isNotBlank();
        assertThat(engine.getRuntimeService()
                        .getVariables(seen().instanceOf(order).getId()))
                .containsOnlyKeys(
                        Variables.CORRELATION_ID,
                        Variables.HELD_ORDER_LINE_IDS,
                        Variables.REQUESTED_ONE_TIME_TOTAL,
                        Variables.REQUESTED_RECURRING_TOTAL,
                        Variables.REQUESTED_CURRENCY,
                        Variables.APPROVAL_REQUESTED_AT);
    }

    @Test
    void aGrantReleasesTheLinesAndLeavesNothingOfTheWait() {
        OrderEvents order = held();

        new ApprovalEvents(order).granted(DEAR, "GBP").send();

        eventually(() -> assertThat(Facts.typesOf(order.orderId))
                .containsExactly(
                        "OrchestrationStarted",
                        "OrderApprovalRequested",
                        "OrderLineReleased",
                        "OrderLineReleased",
                        "OrderLineReleased"));
        assertThat(Facts.of(order.orderId).stream().skip(2).map(fact -> fact.at("/payload/orderLineId")
                        .asText()))
                .containsExactlyElementsOf(order.lines);
        assertThat(engine.getRuntimeService()
                        .getVariables(seen().instanceOf(order).getId()))
                .containsOnly(Map.entry(Variables.CORRELATION_ID, order.correlationId));
    }

    @ParameterizedTest
    @CsvSource({"249999.99,GBP", DEAR + ",EUR"})
    void aGrantOfLessIsNotEnough(String total, String currency) {
        OrderEvents order = held();
        ApprovalEvents approvals = new ApprovalEvents(order);

        seen().awaitOutcome(approvals.granted(total, currency).send(), "APPLIED");

        assertThat(seen().whereIs(order)).containsExactly(Elements.AWAIT_APPROVAL);
        approvals.granted("250000.01", "GBP").send();
        eventually(() -> assertThat(Facts.of(order.orderId)).hasSize(5));
    }

    @Test
    void aDeclineAsksTheOrderServiceToCancelAndWaitsForItsAnswer() {
        OrderEvents order = held();
        Event declined = new ApprovalEvents(order).declined(DEAR).send();

        eventually(() -> assertThat(Facts.typesOf(order.orderId)).last().isEqualTo("OrderCancellationDecided"));
        JsonNode decided = Facts.of(order.orderId).get(2);
        assertThat(decided.path("causationId").asText()).isEqualTo(declined.eventId());
        assertThat(decided.at("/payload/cause").asText()).isEqualTo("APPROVAL_DECLINED");
        assertThat(decided.at("/payload/decidedBy").asText()).isEqualTo("user_77");
        assertThat(decided.at("/payload/reason").asText()).isEqualTo("So it is");
        assertThat(seen().whereIs(order)).containsExactly(Elements.AWAIT_CANCELLATION);

        order.cancelled().send();
        eventually(() -> assertThat(Facts.typesOf(order.orderId)).last().isEqualTo("OrchestrationFinished"));
        seen().assertEnded(order, Elements.ORDER_CANCELLED);
    }

    @Test
    void aRefusedCancellationMakesItWaitForAnotherApproval() {
        OrderEvents order = held();
        ApprovalEvents approvals = new ApprovalEvents(order);
        seen().awaitOutcome(approvals.declined(DEAR).send(), "APPLIED");

        order.cancellationRefused().send();

        eventually(() -> assertThat(seen().whereIs(order)).containsExactly(Elements.AWAIT_APPROVAL));
        approvals.granted(DEAR, "GBP").send();
        eventually(() -> assertThat(Facts.typesOf(order.orderId)).endsWith("OrderLineReleased"));
    }

    @Test
    void anApprovalThatNobodyAsksForIsKeptAWhile() {
        OrderEvents order = new OrderEvents(1);
        seen().awaitOutcome(order.captured().send(), "APPLIED");

        Event granted = new ApprovalEvents(order).granted(DEAR, "GBP").send();

        seen().awaitOutcome(granted, "PARKED");
        assertThat(seen().codeOf(granted)).isEqualTo("not_waiting");
    }

    /** The topics do not wait for each other. */
    @Test
    void anApprovalThatComesBeforeTheOrderFindsIt() {
        OrderEvents order = new OrderEvents(1, DEAR);
        Event granted = new ApprovalEvents(order).granted(DEAR, "GBP").send();
        seen().awaitOutcome(granted, "PARKED");
        assertThat(seen().codeOf(granted)).isEqualTo("unknown_aggregate");

        order.captured().send();

        seen().awaitOutcome(granted, "APPLIED");
        assertThat(seen().reasonOf(granted))
                .matches("continued .* at " + Elements.AWAIT_APPROVAL + ", which had begun to wait for it");
        eventually(() -> assertThat(Facts.typesOf(order.orderId)).endsWith("OrderLineReleased"));
    }

    /** The largest known order has 675 lines: more than a text variable could hold. */
    @Test
    void aLargeOrderIsHeldWhole() {
        OrderEvents order = new OrderEvents(675, DEAR);
        order.captured().send();
        eventually(() -> assertThat(Facts.of(order.orderId)).hasSize(2));

        new ApprovalEvents(order).granted(DEAR, "GBP").send();

        eventually(() -> assertThat(Facts.of(order.orderId)).hasSize(677));
        assertThat(Facts.of(order.orderId).stream().skip(2).map(fact -> fact.at("/payload/orderLineId")
                        .asText()))
                .containsExactlyElementsOf(order.lines);
    }

    /** What the process has stored for one of a hundred orders is broken, so the event that needs it breaks the process. */
    @Test
    void oneThatBreaksTheProcessDoesNotTouchItsNeighbours() {
        List<OrderEvents> orders =
                Stream.generate(() -> new OrderEvents(1, DEAR)).limit(100).toList();
        Event.sendAll(orders.stream().map(OrderEvents::captured).toList());
        eventually(() ->
                assertThat(publishedAbout(orders, "OrderApprovalRequested")).hasSize(100));
        OrderEvents broken = orders.get(42);
        engine.getRuntimeService()
                .setVariable(
                        seen().instanceOf(broken).getId(),
                        Variables.HELD_ORDER_LINE_IDS,
                        "not what it was".getBytes(UTF_8));

        List<Event> granted = orders.stream()
                .map(order -> new ApprovalEvents(order).granted(DEAR, "GBP"))
                .toList();
        Event.sendAll(granted);

        seen().awaitOutcome(granted.get(42), "DEAD_LETTER");
        eventually(() -> assertThat(granted.stream().map(seen()::outcomeOf).filter("APPLIED"::equals))
                .hasSize(99));
        eventually(() -> assertThat(publishedAbout(orders, "OrderLineReleased"))
                .as("the one line of each but the broken one, once")
                .hasSize(99)
                .doesNotHaveDuplicates()
                .doesNotContain(broken.orderId));
        assertThat(seen().whereIs(broken)).containsExactly(Elements.AWAIT_APPROVAL);
    }

    private static List<String> publishedAbout(List<OrderEvents> orders, String type) {
        Set<String> ids = orders.stream().map(order -> order.orderId).collect(toSet());
        return TestKafka.records(Facts.TOPIC).stream()
                .filter(record -> ids.contains(record.key()))
                .filter(record -> type.equals(
                        new String(record.headers().lastHeader("eventType").value(), UTF_8)))
                .map(record -> record.key())
                .toList();
    }

    private OrderEvents held() {
        OrderEvents order = new OrderEvents(3, DEAR);
        order.captured().send();
        eventually(() -> assertThat(Facts.typesOf(order.orderId))
                .isEqualTo(List.of("OrchestrationStarted", "OrderApprovalRequested")));
        return order;
    }
}
