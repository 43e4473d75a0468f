package io.orderflow.bpmn;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.orderflow.bpmn.OrderFulfillmentProcess.Deadlines;
import io.orderflow.bpmn.OrderFulfillmentProcess.Delegates;
import io.orderflow.bpmn.OrderFulfillmentProcess.Variables;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.test.mock.Mocks;

/** Stands in for the beans the model names: notes the facts they would publish, in their order. */
final class RecordingBeans {

    static final String FULFILMENT_DEADLINE = "PT4H";
    static final String APPROVAL_REMINDER = "R3/PT24H";

    private final List<String> facts = new ArrayList<>();

    List<String> facts() {
        return facts;
    }

    void register() {
        Mocks.register(
                Deadlines.BEAN,
                Map.of(Deadlines.FULFILMENT, FULFILMENT_DEADLINE, Deadlines.APPROVAL_REMINDER, APPROVAL_REMINDER));
        Mocks.register(Delegates.REPORT_ORCHESTRATION_STARTED, (ExecutionListener)
                execution -> facts.add("started by " + execution.getCurrentActivityId()));
        Mocks.register(Delegates.REQUEST_APPROVAL, (JavaDelegate) this::requestApproval);
        Mocks.register(Delegates.CHECK_APPROVAL, (JavaDelegate) RecordingBeans::checkApproval);
        record(Delegates.RAISE_APPROVAL_JEOPARDY, "approval jeopardy");
        record(Delegates.RELEASE_LINE, "released", Variables.ORDER_LINE_ID);
        record(Delegates.RAISE_LINE_JEOPARDY, "line jeopardy");
        Mocks.register(Delegates.RECORD_DECISION, (TaskListener) RecordingBeans::recordDecision);
        String[] decision = {Variables.ORDER_LINE_ID, Variables.ATTEMPT, Variables.DECISION_REASON, Variables.DECIDED_BY
        };
        record(Delegates.DECIDE_RETRY, "retry decided", decision);
        record(Delegates.DECIDE_WAIVER, "waiver decided", decision);
        Mocks.register(Delegates.DECIDE_CANCELLATION, (JavaDelegate) this::decideCancellation);
        Mocks.register(Delegates.RELEASE_REVERSAL, (JavaDelegate) execution -> facts.add("reversal released "
                + execution.getVariable(Variables.ORDER_LINE_ID) + " "
                + ((Map<?, ?>) execution.getVariable(Variables.REVERSAL_ATTEMPTS))
                        .get(execution.getVariable(Variables.ORDER_LINE_ID))));
        Mocks.register(Delegates.REPORT_ORCHESTRATION_FINISHED, (JavaDelegate)
                execution -> facts.add("finished at " + execution.getCurrentActivityId()));
    }

    private void record(String bean, String fact, String... variables) {
        Mocks.register(bean, (JavaDelegate) execution -> {
            StringBuilder text = new StringBuilder(fact);
            for (String variable : variables) {
                text.append(' ').append(execution.getVariable(variable));
            }
            facts.add(text.toString());
        });
    }

    private void requestApproval(DelegateExecution execution) {
        execution.setVariable(
                Variables.HELD_ORDER_LINE_IDS,
                String.join(",", lines(execution.getVariable(Variables.ORDER_LINE_IDS)))
                        .getBytes(UTF_8));
        execution.setVariable(
                Variables.REQUESTED_ONE_TIME_TOTAL,
                execution.getVariable(Variables.ONE_TIME_TOTAL).toString());
        facts.add("approval requested by " + execution.getVariable(Variables.POLICY_REFERENCE));
    }

    private static void checkApproval(DelegateExecution execution) {
        BigDecimal requested = new BigDecimal((String) execution.getVariable(Variables.REQUESTED_ONE_TIME_TOTAL));
        BigDecimal approved = (BigDecimal) execution.getVariable(Variables.APPROVED_ONE_TIME_TOTAL);
        String held = new String((byte[]) execution.getVariable(Variables.HELD_ORDER_LINE_IDS), UTF_8);
        execution.setVariables(Variable.transients(Map.of(Variables.ORDER_LINE_IDS, List.of(held.split(",")))));
        execution.setVariable(Variables.APPROVAL_COVERS, approved.compareTo(requested) >= 0);
    }

    private static void recordDecision(DelegateTask task) {
        if (!(task.getVariable(Variables.DECISION_REASON) instanceof String reason) || reason.isBlank()) {
            throw new BadUserRequestException("Give a reason for the decision");
        }
        task.getExecution().setVariable(Variables.DECIDED_BY, task.getAssignee());
        task.getExecution().setVariable(Variables.TASK_ID, task.getId());
    }

    private void decideCancellation(DelegateExecution execution) {
        boolean fallout = execution.hasVariable(Variables.DECISION_REASON);
        facts.add("cancellation decided at " + execution.getCurrentActivityId() + " because "
                + execution.getVariable(fallout ? Variables.DECISION_REASON : Variables.DECLINE_REASON));
    }

    private static List<String> lines(Object variable) {
        return ((List<?>) variable).stream().map(String.class::cast).toList();
    }
}
