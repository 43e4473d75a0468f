package io.orderflow.orchestration.fulfillment.fallout;

import io.orderflow.bpmn.OrderFulfillmentProcess;
import io.orderflow.bpmn.OrderFulfillmentProcess.Decisions;
import io.orderflow.bpmn.OrderFulfillmentProcess.Variables;
import java.util.Set;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Completion of "Resolve line fallout": checks what was filled in, because forms are not the only way to complete a task,
 * and notes who did it. A refusal leaves the task open.
 */
@Component(OrderFulfillmentProcess.Delegates.RECORD_DECISION)
class RecordDecision implements TaskListener {

    private static final Set<String> DECISIONS = Set.of(Decisions.RETRY, Decisions.WAIVE, Decisions.CANCEL);
    private static final int LONGEST_REASON = 1000;

    @Override
    public void notify(DelegateTask task) {
        if (!(task.getVariable(Variables.DECISION) instanceof String decision) || !DECISIONS.contains(decision)) {
            throw new BadUserRequestException("Choose a decision: RETRY, WAIVE or CANCEL");
        }
        if (!(task.getVariable(Variables.DECISION_REASON) instanceof String reason) || reason.isBlank()) {
            throw new BadUserRequestException("Give a reason for the decision");
        }
        if (reason.length() > LONGEST_REASON) {
            throw new BadUserRequestException(
                    "Give a shorter reason: it has " + reason.length() + " characters of at most " + LONGEST_REASON);
        }
        // The model declares these variables inside the line's fallout, where no other line sees them.
        DelegateExecution fallout = task.getExecution();
        fallout.setVariable(Variables.DECIDED_BY, decidedBy(task));
        fallout.setVariable(Variables.TASK_ID, task.getId());
    }

    /** Whoever is logged in, whatever the form says; without a login, whoever has taken the task. */
    private static String decidedBy(DelegateTask task) {
        @Nullable
        Authentication person =
                task.getProcessEngineServices().getIdentityService().getCurrentAuthentication();
        if (person != null && person.getUserId() != null) {
            return person.getUserId();
        }
        @Nullable String assignee = task.getAssignee();
        if (assignee == null) {
            throw new BadUserRequestException("Log in or assign the task: a decision needs somebody who made it");
        }
        return assignee;
    }
}
