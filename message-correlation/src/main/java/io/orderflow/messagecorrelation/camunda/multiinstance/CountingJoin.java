package io.orderflow.messagecorrelation.camunda.multiinstance;

import java.util.List;
import org.camunda.bpm.engine.impl.bpmn.behavior.ParallelMultiInstanceActivityBehavior;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.pvm.PvmActivity;
import org.camunda.bpm.engine.impl.pvm.delegate.ActivityExecution;
import org.camunda.bpm.engine.impl.pvm.runtime.Callback;
import org.camunda.bpm.engine.impl.pvm.runtime.PvmExecutionImpl;
import org.jspecify.annotations.Nullable;

/**
 * A parallel multi-instance body that can do without the variables in which the engine keeps count: who has ended is in the
 * executions anyway. A body that has the variables is joined as the engine does it, so bodies of both kinds may live side by
 * side, whatever was switched on when they were entered.
 *
 * <p>Two transactions that end two instances of one body change the body's revision both, so one of them loses and sees the
 * other's end when it tries again. Thread safe, as it keeps nothing.
 */
final class CountingJoin extends ParallelMultiInstanceActivityBehavior {

    private static final Callback<PvmExecutionImpl, Void> NOTHING_MORE = execution -> null;

    private final LoopVariables loopVariables;

    /** @param original where the model's settings are taken from */
    CountingJoin(ParallelMultiInstanceActivityBehavior original, LoopVariables loopVariables) {
        this.loopVariables = loopVariables;
        setLoopCardinalityExpression(original.getLoopCardinalityExpression());
        setCompletionConditionExpression(original.getCompletionConditionExpression());
        setCollectionExpression(original.getCollectionExpression());
        setCollectionVariable(original.getCollectionVariable());
        setCollectionElementVariable(original.getCollectionElementVariable());
    }

    LoopVariables loopVariables() {
        return loopVariables;
    }

    @Override
    protected void prepareScopeExecution(ActivityExecution body, int instances) {
        if (loopVariables == LoopVariables.LEFT_OUT) {
            body.setActivity(null);
            body.inactivate();
        } else {
            super.prepareScopeExecution(body, instances);
        }
    }

    @Override
    protected void setLoopVariable(ActivityExecution execution, String name, Object value) {
        if (!LOOP_COUNTER.equals(name) || keepsCount(execution.getParent())) {
            super.setLoopVariable(execution, name, value);
        }
    }

    @Override
    public void concurrentChildExecutionEnded(ActivityExecution body, ActivityExecution ending) {
        if (isCountedInVariables(body, ending)) {
            super.concurrentChildExecutionEnded(body, ending);
            return;
        }
        ending.inactivate();
        ending.setActivityInstanceId(null);
        body.forceUpdate();
        List<ExecutionEntity> instances = instancesOf(body);
        if (instances.stream().allMatch(instance -> instance == ending || hasEnded(instance))) {
            PvmActivity bodyActivity = (PvmActivity) ending.getActivity().getFlowScope();
            instances.forEach(ExecutionEntity::remove);
            body.setActivity(bodyActivity);
            body.setActive(true);
            leave(body);
        } else {
            // What the instance has set on its way out may concern a conditional event.
            ((ExecutionEntity) body).dispatchDelayedEventsAndPerformOperation(NOTHING_MORE);
        }
    }

    @Override
    public ActivityExecution createInnerInstance(ActivityExecution body) {
        return isCountedInVariables(body, null) ? super.createInnerInstance(body) : createConcurrentExecution(body);
    }

    @Override
    public void destroyInnerInstance(ActivityExecution instance) {
        ActivityExecution body = instance.getParent();
        if (isCountedInVariables(body, null)) {
            super.destroyInnerInstance(instance);
        } else {
            instance.remove();
            body.forceUpdate();
        }
    }

    /** A body that was migrated here from a version without loop variables gets those that this version needs. */
    private boolean isCountedInVariables(ActivityExecution body, @Nullable ActivityExecution ending) {
        if (!keepsCount(body) && loopVariables == LoopVariables.NEEDED) {
            List<ExecutionEntity> instances = instancesOf(body);
            int ended = (int) instances.stream()
                    .filter(instance -> instance != ending && hasEnded(instance))
                    .count();
            setLoopVariable(body, NUMBER_OF_INSTANCES, instances.size());
            setLoopVariable(body, NUMBER_OF_COMPLETED_INSTANCES, ended);
            setLoopVariable(body, NUMBER_OF_ACTIVE_INSTANCES, instances.size() - ended);
        }
        return keepsCount(body);
    }

    private static boolean keepsCount(ActivityExecution body) {
        return body.hasVariableLocal(NUMBER_OF_INSTANCES)
                && body.hasVariableLocal(NUMBER_OF_COMPLETED_INSTANCES)
                && body.hasVariableLocal(NUMBER_OF_ACTIVE_INSTANCES);
    }

    private static List<ExecutionEntity> instancesOf(ActivityExecution body) {
        return ((ExecutionEntity) body)
                .getExecutions().stream()
                        .filter(execution -> !execution.isEventScope())
                        .toList();
    }

    /**
     * One that runs is active or, while a scope below it runs, inactive without an activity; one whose end listeners run is
     * inactive in its activity instance, and one that is asynchronous after its activity has the job that continues it. The
     * activity's id is asked, as it stays when the body is migrated to a version in which the activity has another one.
     */
    private static boolean hasEnded(ExecutionEntity instance) {
        return !instance.isActive()
                && instance.getActivityId() != null
                && instance.getActivityInstanceId() == null
                && instance.getJobs().isEmpty();
    }
}
