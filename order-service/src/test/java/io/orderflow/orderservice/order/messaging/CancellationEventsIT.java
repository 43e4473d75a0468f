package io.orderflow.orderservice.order.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.orderflow.orderservice.Events;
import io.orderflow.orderservice.OrderServiceNode;
import io.orderflow.orderservice.ProcessDecisions;
import io.orderflow.orderservice.ProviderAnswers;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Orders that are called off in their process, and what is taken back then, over a real broker. */
class CancellationEventsIT {

    private static final String REVERSIBLE = ToldOrder.TWO_LINES.replace("O-1", OrderServiceNode.REVERSIBLE_OFFER);

    private final ToldOrder order = new ToldOrder();

    @Test
    void whatWasDeliveredOrAskedForIsTakenBackOnce() {
        String orderId = order.released(REVERSIBLE);
        ProviderAnswers.completed(orderId, 1, 1).send();
        order.awaitStatus(2, "REQUESTED");
        Events.Outgoing decided = ProcessDecisions.cancellation(orderId, null);
        Events.Outgoing decidedAgain = ProcessDecisions.cancellation(orderId, null);
        Events.sendAll(List.of(
                decided,
                decidedAgain,
                ProcessDecisions.reversalReleased(orderId, 1, 1),
                ProcessDecisions.reversalReleased(orderId, 2, 1)));
        order.awaitStatus(2, "REVERSING");
        assertThat(ToldOrder.outcome(decidedAgain)).isEqualTo("STALE null the order is CANCELLED");
        assertThat(order.lastSteps(3))
                .containsExactly(
                        "ACTIVE CANCELLED OrderCancelled user_42 It cannot be delivered",
                        "1 COMPLETED REVERSING OrderLineReversalRequested orchestration-service",
                        "2 CANCELLED REVERSING OrderLineReversalRequested orchestration-service");

        Events.Outgoing releasedAgain = ProcessDecisions.reversalReleased(orderId, 2, 1);
        releasedAgain.send();
        assertThat(ToldOrder.awaitOutcome(releasedAgain)).isEqualTo("STALE null the line is REVERSING");
        Events.Outgoing completedLate = ProviderAnswers.completed(orderId, 2, 1);
        Events.Outgoing reversed = ProviderAnswers.reversed(orderId, 2, 1);
        Events.Outgoing reversedAgain = ProviderAnswers.reversed(orderId, 2, 1);
        Events.sendAll(List.of(completedLate, reversed, reversedAgain, ProviderAnswers.reversed(orderId, 1, 1)));
        order.awaitStatus(1, "REVERSED");
        assertThat(ToldOrder.outcome(completedLate)).isEqualTo("STALE null the line is REVERSING");
        assertThat(ToldOrder.outcome(reversed)).startsWith("APPLIED");
        assertThat(ToldOrder.outcome(reversedAgain)).isEqualTo("STALE null the line is REVERSED");

        List<JsonNode> published = order.publishedUpTo("OrderLineReversed");
        List<JsonNode> ending = published.subList(published.size() - 5, published.size());
        assertThat(ending)
                .extracting(event -> event.get("eventType").asText())
                .containsExactly(
                        "OrderCancelled",
                        "OrderLineReversalRequested",
                        "OrderLineReversalRequested",
                        "OrderLineReversed",
                        "OrderLineReversed");
        JsonNode cancelled = ending.get(0).get("payload");
        assertThat(cancelled.get("cancelledBy").asText()).isEqualTo("user_42");
        assertThat(cancelled.get("lines").findValuesAsText("outcome")).containsExactly("COMPLETED", "CANCELLED");
        assertThat(cancelled.get("lines").findValuesAsText("reversalRequired")).containsExactly("true", "true");
        assertThat(cancelled.get("lines").findValuesAsText("attempt")).containsExactly("1", "1");
        assertThat(ending.get(1).at("/payload/providerReference").asText()).isEqualTo("ref-1");
        assertThat(ending.get(2).get("payload").has("providerReference")).isFalse();
        assertThat(ending.get(3).at("/payload/reversalReference").asText()).isEqualTo("back-2");
        assertThat(order.rows().get(0).get("status").asText()).isEqualTo("CANCELLED");
    }

    @Test
    void aRefusedCancellationIsAFactAndTheOrderGoesOn() {
        String orderId = order.released(ToldOrder.TWO_LINES);
        ProviderAnswers.completed(orderId, 1, 1).send();
        order.awaitStatus(2, "REQUESTED");
        ProviderAnswers.failed(orderId, 2, 1).send();
        order.awaitStatus(2, "FAILED");
        Events.Outgoing decided = ProcessDecisions.cancellation(orderId, 2);
        decided.send();
        assertThat(ToldOrder.awaitOutcome(decided)).startsWith("APPLIED");

        JsonNode refused = last(order.publishedUpTo("OrderCancellationRefused"));
        assertThat(refused.get("causationId").asText()).isEqualTo(decided.id());
        assertThat(refused.at("/payload/refusalCode").asText()).isEqualTo("past_point_of_no_return");
        assertThat(refused.at("/payload/lines/0").asText()).isEqualTo(orderId + "-1");
        assertThat(refused.at("/payload/lines")).hasSize(1);
        assertThat(refused.at("/payload/orderLineId").asText()).isEqualTo(orderId + "-2");
        assertThat(order.lastSteps(1))
                .containsExactly("ACTIVE ACTIVE OrderCancellationRefused user_42 It cannot be delivered");
        assertThat(order.rows().get(0).get("status").asText()).isEqualTo("ACTIVE");
        assertThat(order.rows().get(2).get("status").asText()).isEqualTo("FAILED");

        ProcessDecisions.retry(orderId, 2, 2).send();
        order.awaitStatus(2, "REQUESTED");
        Events.Outgoing decidedLate = ProcessDecisions.cancellation(orderId, 2);
        decidedLate.send();
        assertThat(ToldOrder.awaitOutcome(decidedLate))
                .isEqualTo("STALE null the line that it was decided for is REQUESTED at attempt 2");
        ProviderAnswers.completed(orderId, 2, 2).send();
        order.publishedUpTo("OrderCompleted");
        Events.Outgoing afterTheEnd = ProcessDecisions.cancellation(orderId, null);
        afterTheEnd.send();
        assertThat(ToldOrder.awaitOutcome(afterTheEnd)).isEqualTo("STALE null the order is COMPLETED");
    }

    @Test
    void onlyTheLatestAttemptIsTakenBack() {
        String orderId = order.released(ToldOrder.TWO_LINES);
        ProviderAnswers.failed(orderId, 1, 1).send();
        order.awaitStatus(1, "FAILED");
        Events.sendAll(List.of(ProcessDecisions.retry(orderId, 1, 2), ProcessDecisions.cancellation(orderId, null)));
        order.awaitStatus(1, "CANCELLED");
        Events.Outgoing failedAttempt = ProcessDecisions.reversalReleased(orderId, 1, 1);
        Events.Outgoing neverRequested = ProcessDecisions.reversalReleased(orderId, 2, 1);
        Events.sendAll(List.of(failedAttempt, neverRequested, ProcessDecisions.reversalReleased(orderId, 1, 2)));
        order.awaitStatus(1, "REVERSING");
        assertThat(ToldOrder.outcome(failedAttempt)).startsWith("DEAD_LETTER unexpected_state attempt 1 at the line");
        assertThat(ToldOrder.outcome(neverRequested)).startsWith("DEAD_LETTER unexpected_state");

        JsonNode requested =
                last(order.publishedUpTo("OrderLineReversalRequested")).get("payload");
        assertThat(requested.get("idempotencyKey").asText()).isEqualTo(orderId + "-1:2");
        assertThat(requested.has("providerReference"))
                .as("what the failed attempt was called")
                .isFalse();
        Events.Outgoing ofFailedAttempt = ProviderAnswers.reversed(orderId, 1, 1);
        Events.sendAll(List.of(ofFailedAttempt, ProviderAnswers.reversed(orderId, 1, 2)));
        order.awaitStatus(1, "REVERSED");
        assertThat(ToldOrder.outcome(ofFailedAttempt)).isEqualTo("STALE null attempt 1 was given up");
        assertThat(order.rows().get(2).get("status").asText()).isEqualTo("CANCELLED");
        order.publishedUpTo("OrderLineReversed");
    }

    private static JsonNode last(List<JsonNode> events) {
        return events.get(events.size() - 1);
    }
}
