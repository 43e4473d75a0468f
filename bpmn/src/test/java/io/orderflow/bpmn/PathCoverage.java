package io.orderflow.bpmn;

import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import org.camunda.bpm.dmn.engine.delegate.DmnDecisionTableEvaluationListener;
import org.camunda.bpm.dmn.engine.delegate.DmnEvaluatedDecisionRule;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParseListener;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.pvm.process.TransitionImpl;
import org.camunda.bpm.engine.impl.util.xml.Element;

/** Ids of the flow nodes, sequence flows and decision rules that were passed: the engine's own events say so. */
final class PathCoverage {

    private final Set<String> passed = new ConcurrentSkipListSet<>();

    boolean isPassed(String id) {
        return passed.contains(id);
    }

    /** Puts an ear at every activity and every transition that an engine parses. */
    BpmnParseListener passedElements() {
        return new AbstractBpmnParseListener() {
            @Override
            public void parseRootElement(Element root, List<ProcessDefinitionEntity> definitions) {
                definitions.forEach(PathCoverage.this::listenWithin);
            }
        };
    }

    DmnDecisionTableEvaluationListener passedRules() {
        return event -> event.getMatchingRules().stream()
                .map(DmnEvaluatedDecisionRule::getId)
                .forEach(passed::add);
    }

    private void listenWithin(ScopeImpl scope) {
        for (ActivityImpl activity : scope.getActivities()) {
            activity.addListener(
                    ExecutionListener.EVENTNAME_START, (ExecutionListener) execution -> passed.add(activity.getId()));
            activity.getOutgoingTransitions().forEach(flow -> listenTo((TransitionImpl) flow));
            listenWithin(activity);
        }
    }

    private void listenTo(TransitionImpl flow) {
        flow.addListener(ExecutionListener.EVENTNAME_TAKE, (ExecutionListener) execution -> passed.add(flow.getId()));
    }
}
