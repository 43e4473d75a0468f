package io.orderflow.bpmn;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.bpm.dmn.engine.delegate.DmnDecisionTableEvaluationListener;
import org.camunda.bpm.dmn.engine.delegate.DmnEvaluatedDecisionRule;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParseListener;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.pvm.process.TransitionImpl;
import org.camunda.bpm.engine.impl.util.xml.Element;

/**
 * Ids of the flow nodes, sequence flows and decision rules that were passed: the engine's own events say so. They are kept
 * by the text of the model, so that neither another model's nor an older version's element of the same id counts.
 */
final class PathCoverage {

    private final Map<String, String> modelsByDefinition = new ConcurrentHashMap<>();
    private final Map<String, Set<String>> passedByModel = new ConcurrentHashMap<>();
    private final Map<String, Set<String>> passedByDecision = new ConcurrentHashMap<>();

    /** @param model text of the model as it was deployed */
    boolean isPassed(String model, String id) {
        return passedByModel.getOrDefault(model, Set.of()).contains(id);
    }

    /** @param decision key of the decision */
    boolean isRulePassed(String decision, String rule) {
        return passedByDecision.getOrDefault(decision, Set.of()).contains(rule);
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
        return event -> {
            Set<String> rules =
                    passedByDecision.computeIfAbsent(event.getDecisionTable().getKey(), key -> newSet());
            event.getMatchingRules().stream()
                    .map(DmnEvaluatedDecisionRule::getId)
                    .forEach(rules::add);
        };
    }

    private void listenWithin(ScopeImpl scope) {
        for (ActivityImpl activity : scope.getActivities()) {
            activity.addListener(ExecutionListener.EVENTNAME_START, (ExecutionListener)
                    execution -> note(execution, activity.getId()));
            activity.getOutgoingTransitions().forEach(flow -> listenTo((TransitionImpl) flow));
            listenWithin(activity);
        }
    }

    private void listenTo(TransitionImpl flow) {
        flow.addListener(
                ExecutionListener.EVENTNAME_TAKE, (ExecutionListener) execution -> note(execution, flow.getId()));
    }

    private void note(DelegateExecution execution, String id) {
        String model = modelsByDefinition.computeIfAbsent(
                execution.getProcessDefinitionId(), definition -> modelOf(execution, definition));
        passedByModel.computeIfAbsent(model, text -> newSet()).add(id);
    }

    private static String modelOf(DelegateExecution execution, String definition) {
        try (InputStream model =
                execution.getProcessEngineServices().getRepositoryService().getProcessModel(definition)) {
            return new String(model.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Set<String> newSet() {
        return ConcurrentHashMap.newKeySet();
    }
}
