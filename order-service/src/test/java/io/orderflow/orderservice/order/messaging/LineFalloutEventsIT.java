package io.orderflow.orderservice.order.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.orderflow.orderservice.Events;
import io.orderflow.orderservice.ProcessDecisions;
import io.orderflow.orderservice.ProviderAnswers;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Lines that a provider gives up and what people decide about them, over a real broker. */
class LineFalloutEventsIT {

    private final ToldOrder order = new ToldOrder();

    @Test
    void aFailedLineIsAskedForAgainAndCompletes() {
        String orderId = order.released(ToldOrder.TWO_LINES);
        ProviderAnswers.failed(orderId, 1, 1).send();
        order.awaitStatus(1, "FAILED");
        JsonNode line = order.rows().get(1);
        assertThat(line.get("failure_code").asText()).isEqualTo("out_of_stock");
        assertThat(line.get("failure_reason").asText()).isEqualTo("Not in stock until August");
        assertThat(line.get("failure_retryable").asBoolean()).isTrue();
        assertThat(line.get("failed_at").isNull()).isFalse();

        Events.Outgoing decided = ProcessDecisions.retry(orderId, 1, 2);
        decided.send();
        order.awaitStatus(1, "REQUESTED");
        assertThat(order.rows().get(1).get("attempt").asInt()).isEqualTo(2);
        Events.Outgoing decidedAgain = ProcessDecisions.retry(orderId, 1, 2);
        Events.Outgoing tooFar = ProcessDecisions.retry(orderId, 1, 4);
        Events.Outgoing waivedTooLate = ProcessDecisions.waiver(orderId, 1);
        Events.sendAll(List.of(decidedAgain, tooFar, waivedTooLate));
        assertThat(ToldOrder.awaitOutcome(waivedTooLate))
                .isEqualTo("STALE null the line is REQUESTED and its order ACTIVE");
        assertThat(ToldOrder.outcome(decidedAgain)).isEqualTo("STALE null attempt 2 was requested before");
        assertThat(ToldOrder.outcome(tooFar)).startsWith("DEAD_LETTER unexpected_state");
        Events.Outgoing failedAgain = ProviderAnswers.failed(orderId, 1, 1);
        Events.sendAll(List.of(failedAgain, ProviderAnswers.completed(orderId, 1, 2)));
        order.awaitStatus(2, "REQUESTED");
        assertThat(ToldOrder.outcome(failedAgain)).isEqualTo("STALE null attempt 1 was given up");
        ProviderAnswers.completed(orderId, 2, 1).send();

        List<JsonNode> published = order.publishedUpTo("OrderCompleted");
        assertThat(published.subList(6, 8))
                .extracting(event -> event.get("eventType").asText())
                .containsExactly("OrderLineFailed", "OrderLineFulfillmentRequested");
        JsonNode failed = published.get(6).get("payload");
        assertThat(failed.get("errorCode").asText()).isEqualTo("out_of_stock");
        assertThat(failed.get("providerReference").asText()).isEqualTo("failed-1");
        JsonNode requested = published.get(7);
        assertThat(requested.at("/payload/attempt").asInt()).isEqualTo(2);
        assertThat(requested.at("/payload/idempotencyKey").asText()).isEqualTo(orderId + "-1:2");
        assertThat(requested.get("causationId").asText()).isEqualTo(decided.id());
        assertThat(order.lastSteps(6))
                .startsWith(
                        "1 REQUESTED FAILED OrderLineFailed fulfillment-adapter out_of_stock: Not in stock until August",
                        "1 FAILED REQUESTED OrderLineFulfillmentRequested user_42 The stock came in",
                        "1 REQUESTED COMPLETED OrderLineFulfillmentCompleted fulfillment-adapter");
    }

    @Test
    void aWaivedLineLetsTheOrderGoOnAndComplete() {
        String orderId = order.released(ToldOrder.TWO_LINES);
        Events.sendAll(List.of(ProviderAnswers.failed(orderId, 1, 1)));
        order.awaitStatus(1, "FAILED");
        ProcessDecisions.waiver(orderId, 1).send();
        order.awaitStatus(2, "REQUESTED");
        Events.Outgoing waivedAgain = ProcessDecisions.waiver(orderId, 1);
        Events.Outgoing retried = ProcessDecisions.retry(orderId, 1, 2);
        Events.sendAll(List.of(waivedAgain, retried));
        assertThat(ToldOrder.awaitOutcome(retried)).isEqualTo("STALE null the line is WAIVED and its order ACTIVE");
        assertThat(ToldOrder.outcome(waivedAgain)).startsWith("STALE null the line is WAIVED");
        Events.Outgoing failedAgain = ProviderAnswers.failed(orderId, 1, 1);
        Events.Outgoing afterAll = ProviderAnswers.completed(orderId, 1, 1);
        Events.sendAll(List.of(failedAgain, afterAll, ProviderAnswers.completed(orderId, 2, 1)));

        List<JsonNode> published = order.publishedUpTo("OrderCompleted");
        assertThat(published.get(published.size() - 1).at("/payload/lines").findValuesAsText("outcome"))
                .containsExactly("WAIVED", "COMPLETED");
        assertThat(ToldOrder.outcome(failedAgain)).isEqualTo("STALE null the line is WAIVED");
        assertThat(ToldOrder.outcome(afterAll)).startsWith("DEAD_LETTER conflicting_event the provider has reported");
        assertThat(order.rows().get(0).get("completed_lines").asInt()).isEqualTo(1);
        assertThat(order.rows().get(0).get("waived_lines").asInt()).isEqualTo(1);
        assertThat(order.lastSteps(4))
                .startsWith(
                        "1 FAILED WAIVED OrderLineWaived user_42 The customer goes without it",
                        "2 RELEASED REQUESTED OrderLineFulfillmentRequested user_42");
    }

    @Test
    void answersThatContradictAreDeadLettersAndChangeNothing() {
        String orderId = order.released(ToldOrder.TWO_LINES);
        Events.Outgoing failedUnasked = ProviderAnswers.failed(orderId, 2, 1);
        Events.Outgoing failedTooEarly = ProviderAnswers.failed(orderId, 1, 2);
        Events.Outgoing noSuchLine = ProviderAnswers.failed(orderId, 3, 1);
        Events.Outgoing completed = ProviderAnswers.completed(orderId, 1, 1);
        Events.Outgoing failedAfterCompleted = ProviderAnswers.failed(orderId, 1, 1);
        Events.Outgoing reversedUnasked = ProviderAnswers.reversed(orderId, 1, 1);
        Events.Outgoing failed = ProviderAnswers.failed(orderId, 2, 1);
        Events.Outgoing completedAfterFailed = ProviderAnswers.completed(orderId, 2, 1);
        Events.Outgoing foreign = ProviderAnswers.failed(orderId, 2, 1);
        foreign.envelope().withObject("/payload").put("orderId", "ord_" + "0".repeat(32));
        Events.sendAll(List.of(
                failedUnasked,
                failedTooEarly,
                noSuchLine,
                completed,
                failedAfterCompleted,
                reversedUnasked,
                failed,
                completedAfterFailed,
                foreign));

        assertThat(ToldOrder.awaitOutcome(foreign)).startsWith("DEAD_LETTER key_mismatch");
        assertThat(ToldOrder.outcome(failedUnasked)).startsWith("DEAD_LETTER conflicting_event");
        assertThat(ToldOrder.outcome(failedTooEarly)).startsWith("DEAD_LETTER conflicting_event");
        assertThat(ToldOrder.outcome(noSuchLine)).startsWith("DEAD_LETTER unknown_aggregate");
        assertThat(ToldOrder.outcome(completed)).startsWith("APPLIED");
        assertThat(ToldOrder.outcome(failedAfterCompleted))
                .isEqualTo("DEAD_LETTER conflicting_event the provider has fulfilled this attempt");
        assertThat(ToldOrder.outcome(reversedUnasked))
                .isEqualTo("DEAD_LETTER conflicting_event a reversal that was never asked for: the line is COMPLETED");
        assertThat(ToldOrder.outcome(failed)).startsWith("APPLIED");
        assertThat(ToldOrder.outcome(completedAfterFailed))
                .startsWith("DEAD_LETTER conflicting_event the provider has reported attempt 1 as failed");
        ToldOrder.awaitDeadLetters("oms.fulfillment.integration.dlt.v1", orderId, 7);
        assertThat(order.rows().subList(1, 3))
                .extracting(line -> line.get("status").asText())
                .containsExactly("COMPLETED", "FAILED");
        order.publishedUpTo("OrderLineFailed");
    }

    @Test
    void decisionsAboutNobodyAreDeadLetters() {
        String nobody = "ord_" + UUID.randomUUID().toString().replace("-", "");
        Events.Outgoing retry = ProcessDecisions.retry(nobody, 1, 2);
        Events.Outgoing cancellation = ProcessDecisions.cancellation(nobody, null);
        Events.sendAll(List.of(retry, ProcessDecisions.waiver(nobody, 1), cancellation));
        assertThat(ToldOrder.awaitOutcome(cancellation)).startsWith("DEAD_LETTER unknown_aggregate there is no order");
        assertThat(ToldOrder.outcome(retry)).startsWith("DEAD_LETTER unknown_aggregate");

        String orderId = order.released(ToldOrder.TWO_LINES);
        Events.Outgoing retryUnneeded = ProcessDecisions.retry(orderId, 1, 2);
        Events.Outgoing noSuchLine = ProcessDecisions.waiver(orderId, 3);
        Events.Outgoing reversalUnneeded = ProcessDecisions.reversalReleased(orderId, 1, 1);
        Events.Outgoing cancelledForNoLine = ProcessDecisions.cancellation(orderId, 3);
        Events.sendAll(List.of(retryUnneeded, noSuchLine, reversalUnneeded, cancelledForNoLine));
        assertThat(ToldOrder.awaitOutcome(cancelledForNoLine)).startsWith("DEAD_LETTER unknown_aggregate");
        assertThat(ToldOrder.outcome(retryUnneeded)).startsWith("STALE null the line is REQUESTED");
        assertThat(ToldOrder.outcome(noSuchLine)).startsWith("DEAD_LETTER unknown_aggregate");
        assertThat(ToldOrder.outcome(reversalUnneeded))
                .isEqualTo("DEAD_LETTER unexpected_state there is nothing to reverse: the line is REQUESTED");
    }
}
