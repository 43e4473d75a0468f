package io.orderflow.bpmn;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderflow.bpmn.OrderFulfillmentProcess.Deadlines;
import io.orderflow.bpmn.OrderFulfillmentProcess.Decisions;
import io.orderflow.bpmn.OrderFulfillmentProcess.Delegates;
import io.orderflow.bpmn.OrderFulfillmentProcess.Elements;
import io.orderflow.bpmn.OrderFulfillmentProcess.Groups;
import io.orderflow.bpmn.OrderFulfillmentProcess.Messages;
import io.orderflow.bpmn.OrderFulfillmentProcess.Variables;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.BusinessRuleTask;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Message;
import org.camunda.bpm.model.bpmn.instance.MultiInstanceLoopCharacteristics;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.TimerEventDefinition;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.dmn.instance.Decision;
import org.junit.jupiter.api.Test;

/** The models and the class of constants say the same, in both directions. */
class ProcessContractTest {

    private static final BpmnModelInstance MODEL = Models.process();

    @Test
    void keyIsTheProcessId() {
        assertThat(MODEL.getModelElementsByType(Process.class))
                .extracting(Process::getId)
                .containsExactly(OrderFulfillmentProcess.KEY);
    }

    @Test
    void elementsAreTheFlowNodesOfTheModel() {
        assertThat(constantsOf(Elements.class))
                .isEqualTo(MODEL.getModelElementsByType(FlowNode.class).stream()
                        .map(FlowNode::getId)
                        .collect(Collectors.toCollection(TreeSet::new)));
    }

    @Test
    void messagesAreTheReceivedMessagesOfTheModel() {
        String line = "${" + Variables.ORDER_LINE_ID + "}";
        Set<String> expected = constantsOf(Messages.class);
        expected.addAll(Set.of(
                Messages.orderLineFulfillmentCompleted(line),
                Messages.orderLineFailed(line),
                Messages.orderLineFulfillmentRequested(line),
                Messages.orderLineWaived(line),
                Messages.orderCancellationRefused(line),
                Messages.orderCancellationRefused("${execution.processBusinessKey}"),
                Messages.orderLineReversed(line)));

        assertThat(ReceivedMessages.of(MODEL).values())
                .extracting(Message::getName)
                .containsExactlyInAnyOrderElementsOf(expected);
    }

    @Test
    void linesAreFulfilledAndReversedInParallel() {
        assertThat(MODEL.getModelElementsByType(MultiInstanceLoopCharacteristics.class))
                .allSatisfy(loop -> {
                    assertThat(loop.isSequential()).isFalse();
                    assertThat(loop.getCamundaElementVariable()).isEqualTo(Variables.ORDER_LINE_ID);
                })
                .extracting(MultiInstanceLoopCharacteristics::getCamundaCollection)
                .containsExactly(Variables.ORDER_LINE_IDS, Variables.REVERSAL_LINE_IDS);
    }

    @Test
    void delegatesAreTheOnesTheModelCalls() {
        Matcher expressions =
                Pattern.compile("elegateExpression=\"\\$\\{(\\w+)}\"").matcher(Bpmn.convertToString(MODEL));
        Set<String> called =
                expressions.results().map(result -> result.group(1)).collect(Collectors.toCollection(TreeSet::new));

        assertThat(constantsOf(Delegates.class)).isEqualTo(called);
    }

    @Test
    void timersComeFromTheDeadlines() {
        assertThat(MODEL.getModelElementsByType(TimerEventDefinition.class))
                .extracting(timer -> timer.getRawTextContent().trim())
                .containsExactlyInAnyOrder(
                        "${" + Deadlines.BEAN + "." + Deadlines.FULFILMENT + "}",
                        "${" + Deadlines.BEAN + "." + Deadlines.APPROVAL_REMINDER + "}");
    }

    @Test
    void theDecisionIsTheOneTheModelAsksFor() {
        assertThat(MODEL.getModelElementsByType(BusinessRuleTask.class))
                .extracting(BusinessRuleTask::getCamundaDecisionRef)
                .containsExactly(OrderFulfillmentProcess.APPROVAL_POLICY);
        assertThat(Models.decision().getModelElementsByType(Decision.class))
                .extracting(Decision::getId)
                .containsExactly(OrderFulfillmentProcess.APPROVAL_POLICY);
    }

    @Test
    void peopleAreAskedWithTheFormAndInTheGroup() {
        assertThat(MODEL.getModelElementsByType(UserTask.class)).singleElement().satisfies(task -> {
            assertThat(task.getCamundaFormRef()).isEqualTo(OrderFulfillmentProcess.LINE_FALLOUT_FORM);
            assertThat(task.getCamundaCandidateGroups()).isEqualTo(Groups.ORDER_OPERATIONS);
        });
    }

    @Test
    void decisionsAreTheOnesTheGatewayKnows() {
        FlowNode gateway = MODEL.getModelElementById(Elements.DECISION);
        assertThat(gateway.getOutgoing())
                .extracting(flow -> flow.getConditionExpression().getTextContent())
                .containsExactlyInAnyOrderElementsOf(constantsOf(Decisions.class).stream()
                        .map(decision -> "${" + Variables.DECISION + " == '" + decision + "'}")
                        .toList());
    }

    @Test
    void variablesInExpressionsAreDeclared() {
        Set<String> named = Pattern.compile("\\$\\{(?:not empty )?(\\w+)")
                .matcher(Bpmn.convertToString(MODEL))
                .results()
                .map(result -> result.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
        named.removeAll(constantsOf(Delegates.class));
        named.removeAll(Set.of(Deadlines.BEAN, "execution", "null"));

        assertThat(constantsOf(Variables.class)).containsAll(named);
        assertThat(named).isNotEmpty();
    }

    private static Set<String> constantsOf(Class<?> holder) {
        List<Field> fields = Arrays.stream(holder.getDeclaredFields())
                .filter(field -> Modifier.isStatic(field.getModifiers()) && field.getType() == String.class)
                .toList();
        return fields.stream().map(ProcessContractTest::value).collect(Collectors.toCollection(TreeSet::new));
    }

    private static String value(Field field) {
        try {
            field.setAccessible(true);
            return (String) field.get(null);
        } catch (IllegalAccessException e) {
            throw new AssertionError(e);
        }
    }
}
