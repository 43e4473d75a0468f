package io.orderflow.messagecorrelation.camunda.multiinstance;

import java.util.List;
import java.util.stream.Stream;
import org.camunda.bpm.engine.impl.bpmn.behavior.ParallelMultiInstanceActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.util.xml.Element;

/**
 * Gives every parallel multi-instance body our join, also one whose model needs the loop variables: the engine migrates only
 * between bodies of one class, and an instance may come from a version that did without.
 */
final class LeanJoinParseListener extends AbstractBpmnParseListener {

    private final boolean enabled;

    LeanJoinParseListener(boolean enabled) {
        this.enabled = enabled;
    }

    @Override
    public void parseRootElement(Element definitions, List<ProcessDefinitionEntity> processes) {
        LoopVariableUse use = new LoopVariableUse(definitions);
        processes.stream()
                .flatMap(LeanJoinParseListener::within)
                .filter(activity -> activity.getActivityBehavior() instanceof ParallelMultiInstanceActivityBehavior)
                .toList()
                .forEach(body -> replaceJoin(body, use));
    }

    private void replaceJoin(ActivityImpl body, LoopVariableUse use) {
        ParallelMultiInstanceActivityBehavior original =
                (ParallelMultiInstanceActivityBehavior) body.getActivityBehavior();
        body.setActivityBehavior(new CountingJoin(original, loopVariables(body, original, use)));
    }

    private LoopVariables loopVariables(
            ActivityImpl body, ParallelMultiInstanceActivityBehavior original, LoopVariableUse use) {
        if (original.getCompletionConditionExpression() != null
                || hasCompensation(body)
                || use.isPossible(original.getInnerActivity(body).getId())) {
            return LoopVariables.NEEDED;
        }
        return enabled ? LoopVariables.LEFT_OUT : LoopVariables.WRITTEN;
    }

    /** Compensation leaves executions of its own below the body. */
    private static boolean hasCompensation(ActivityImpl body) {
        return Stream.concat(Stream.of(body), within(body))
                .anyMatch(activity -> activity.isCompensationHandler()
                        || activity.findCompensationHandler() != null
                        || "transaction".equals(activity.getProperty("type")));
    }

    private static Stream<ActivityImpl> within(ScopeImpl scope) {
        return scope.getActivities().stream().flatMap(activity -> Stream.concat(Stream.of(activity), within(activity)));
    }
}
