package io.orderflow.orchestration;

import static io.orderflow.orchestration.Seen.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.orderflow.bpmn.OrderFulfillmentProcess.Elements;
import io.orderflow.bpmn.OrderFulfillmentProcess.Variables;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A line that failed: a task for somebody, a decision that goes out as a fact, and the order service's answer. */
class LineFalloutIT extends RunningOrchestration {

    @Test
    void aFailedLineBecomesATaskThatSaysWhatIsKnown() {
        OrderEvents order = started(2);

        Event.sendAll(List.of(order.lineFailed(order.lines.get(1), 1)));

        Task task = seen().taskOf(order);
        assertThat(task.getTaskDefinitionKey()).isEqualTo(Elements.RESOLVE_LINE_FALLOUT);
        assertThat(task.getTenantId()).isEqualTo(Event.TENANT);
        assertThat(engine.getTaskService().getVariables(task.getId()))
                .containsEntry(Variables.ORDER_LINE_ID, order.lines.get(1))
                .containsEntry(Variables.ERROR_CODE, "out_of_stock")
                .containsEntry(Variables.ERROR_REASON, "Nothing left of " + order.lines.get(1))
                .containsEntry(Variables.ATTEMPT, 1)
                .containsEntry(Variables.RETRYABLE, true)
                .containsEntry(Variables.OFFER_ID, "85123A")
                .containsEntry(Variables.QUANTITY, 6);
        assertThat(engine.getRuntimeService()
                        .getVariablesLocal(seen().instanceOf(order).getId()))
                .as("nothing of a line is kept for the whole order")
                .containsOnly(Map.entry(Variables.CORRELATION_ID, order.correlationId));
    }

    /** Both events may be in one engine command, so what is in memory for one must not become the other's. */
    @Test
    void linesThatFailTogetherKnowOnlyOfThemselves() {
        OrderEvents order = started(2);

        Event.sendAll(
                order.lines.stream().map(line -> order.lineFailed(line, 1)).toList());

        eventually(() -> assertThat(seen().tasksOf(order)).hasSize(2));
        assertThat(seen().tasksOf(order)).allSatisfy(task -> {
            Map<String, Object> variables = engine.getTaskService().getVariables(task.getId());
            assertThat(variables)
                    .containsEntry(Variables.ERROR_REASON, "Nothing left of " + variables.get(Variables.ORDER_LINE_ID));
        });
        complete(seen().tasksOf(order).get(0), "WAIVE", "user_1");
        assertThat(engine.getTaskService().getVariable(seen().taskOf(order).getId(), Variables.DECISION))
                .as("decision about the other line")
                .isNull();
    }

    @ParameterizedTest
    @CsvSource({"RETRY,OrderLineRetryDecided", "WAIVE,OrderLineWaiverDecided", "CANCEL,OrderCancellationDecided"})
    void aDecisionGoesOutAsAFact(String decision, String fact) {
        OrderEvents order = started(1);
        order.lineFailed(order.lines.get(0), 3).send();
        Task task = seen().taskOf(order);

        complete(task, decision, "user_1");

        eventually(() -> assertThat(Facts.typesOf(order.orderId)).last().isEqualTo(fact));
        JsonNode decided = Facts.of(order.orderId).get(2);
        assertThat(decided.path("correlationId").asText()).isEqualTo(order.correlationId);
        JsonNode payload = decided.path("payload");
        assertThat(payload.path("orderLineId").asText()).isEqualTo(order.lines.get(0));
        assertThat(payload.path("taskId").asText()).isEqualTo(task.getId());
        assertThat(payload.path("decidedBy").asText()).isEqualTo("user_1");
        assertThat(payload.path("reason").asText()).isEqualTo("Because");
        if (decision.equals("RETRY")) {
            assertThat(payload.path("attempt").asInt()).isEqualTo(4);
        }
        if (decision.equals("CANCEL")) {
            assertThat(payload.path("cause").asText()).isEqualTo("LINE_FALLOUT");
        }
        assertThat(seen().whereIs(order)).containsExactly(Elements.AWAIT_ANSWER);
    }

    /** Whether somebody has asked in Tasklist or over the API: what the order service says counts. */
    @ParameterizedTest
    @CsvSource({"true", "false"})
    void aRetriedLineIsWaitedForAgainAndMayFailAgain(boolean decidedHere) {
        OrderEvents order = started(1);
        String line = order.lines.get(0);
        order.lineFailed(line, 1).send();
        Task task = seen().taskOf(order);
        if (decidedHere) {
            complete(task, "RETRY", "user_1");
        }

        order.lineRequested(line, 2).send();
        eventually(() -> assertThat(seen().whereIs(order)).containsExactly(Elements.AWAIT_FULFILMENT));
        assertThat(seen().tasksOf(order)).isEmpty();
        order.lineFailed(line, 2).send();
        assertThat(engine.getTaskService().getVariables(seen().taskOf(order).getId()))
                .containsEntry(Variables.ATTEMPT, 2)
                .containsEntry(Variables.DECISION, null);

        Event.sendAll(List.of(order.lineRequested(line, 3), order.lineCompleted(line), order.completed()));
        eventually(() -> assertThat(Facts.typesOf(order.orderId)).last().isEqualTo("OrchestrationFinished"));
        seen().assertEnded(order, Elements.ORDER_COMPLETED);
    }

    @ParameterizedTest
    @CsvSource({"true", "false"})
    void aWaivedLineIsWaitedForNoLonger(boolean decidedHere) {
        OrderEvents order = started(1);
        order.lineFailed(order.lines.get(0), 1).send();
        Task task = seen().taskOf(order);
        if (decidedHere) {
            complete(task, "WAIVE", "user_1");
        }

        Event.sendAll(List.of(order.lineWaived(order.lines.get(0)), order.completed()));

        eventually(() -> assertThat(Facts.typesOf(order.orderId)).last().isEqualTo("OrchestrationFinished"));
        seen().assertEnded(order, Elements.ORDER_COMPLETED);
    }

    @Test
    void aRefusedCancellationBringsTheTaskBack() {
        OrderEvents order = started(2);
        Event.sendAll(
                order.lines.stream().map(line -> order.lineFailed(line, 1)).toList());
        eventually(() -> assertThat(seen().tasksOf(order)).hasSize(2));
        Task task = seen().tasksOf(order).get(0);
        String line = (String) engine.getTaskService().getVariable(task.getId(), Variables.ORDER_LINE_ID);
        complete(task, "CANCEL", "user_1");

        order.cancellationRefused(line).send();

        eventually(() -> assertThat(seen().tasksOf(order)).hasSize(2).doesNotContain(task));
        assertThat(seen().tasksOf(order))
                .allSatisfy(open -> assertThat(engine.getTaskService().getVariables(open.getId()))
                        .containsEntry(Variables.DECISION, null)
                        .containsEntry(Variables.ATTEMPT, 1));
    }

    @Test
    void aCancelledOrderTakesTheTaskAlong() {
        OrderEvents order = started(1);
        order.lineFailed(order.lines.get(0), 1).send();
        seen().taskOf(order);

        order.cancelled(Set.of()).send();

        eventually(() -> assertThat(Facts.typesOf(order.orderId)).last().isEqualTo("OrchestrationFinished"));
        seen().assertEnded(order, Elements.ORDER_CANCELLED);
        assertThat(seen().tasksOf(order)).isEmpty();
    }

    @Test
    void answersThatNobodyHasAskedForAreIgnored() {
        OrderEvents order = started(1);
        String line = order.lines.get(0);

        Event first = order.lineRequested(line, 1);
        List<Event> unasked = List.of(
                order.lineRequested(line, 2),
                order.lineWaived(line),
                order.cancellationRefused(line),
                order.cancellationRefused());
        first.send();
        Event.sendAll(unasked);

        seen().awaitOutcome(unasked.get(3), "IGNORED");
        assertThat(seen().outcomeOf(first)).isEqualTo("IGNORED");
        assertThat(seen().reasonOf(first)).isEqualTo("no process acts on it");
        assertThat(unasked).allSatisfy(event -> {
            assertThat(seen().outcomeOf(event)).isEqualTo("IGNORED");
            assertThat(seen().reasonOf(event)).contains(" does not wait for ");
        });
        assertThat(seen().whereIs(order)).containsExactly(Elements.AWAIT_FULFILMENT);
    }

    @Test
    void aFailureThatNobodyWaitsForIsKeptAWhile() {
        OrderEvents order = started(1);
        Event.sendAll(List.of(order.lineFailed(order.lines.get(0), 1)));
        seen().taskOf(order);

        Event twice = order.lineFailed(order.lines.get(0), 1).send();

        seen().awaitOutcome(twice, "PARKED");
        assertThat(seen().codeOf(twice)).isEqualTo("not_waiting");
        assertThat(seen().tasksOf(order)).hasSize(1);
    }

    private void complete(Task task, String decision, String user) {
        engine.getTaskService().setAssignee(task.getId(), user);
        engine.getTaskService()
                .complete(task.getId(), Map.of(Variables.DECISION, decision, Variables.DECISION_REASON, "Because"));
    }

    private OrderEvents started(int lines) {
        OrderEvents order = new OrderEvents(lines);
        seen().awaitOutcome(order.captured().send(), "APPLIED");
        return order;
    }
}
