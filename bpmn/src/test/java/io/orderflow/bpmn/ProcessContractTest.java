package io.orderflow.bpmn;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderflow.bpmn.OrderFulfillmentProcess.Delegates;
import io.orderflow.bpmn.OrderFulfillmentProcess.Elements;
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
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Message;
import org.camunda.bpm.model.bpmn.instance.MultiInstanceLoopCharacteristics;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.junit.jupiter.api.Test;

/** The model and the class of constants say the same, in both directions. */
class ProcessContractTest {

    private static final BpmnModelInstance MODEL = Bpmn.readModelFromStream(
            ProcessContractTest.class.getResourceAsStream("/processes/order-fulfillment/order-fulfillment.bpmn"));

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
        Set<String> expected = constantsOf(Messages.class);
        expected.remove("OrderLineFulfillmentCompleted");
        expected.add(Messages.orderLineFulfillmentCompleted("${" + Variables.ORDER_LINE_ID + "}"));

        assertThat(ReceivedMessages.of(MODEL).values())
                .extracting(Message::getName)
                .containsExactlyInAnyOrderElementsOf(expected);
    }

    @Test
    void multiInstanceReadsTheCollectionOfLines() {
        assertThat(MODEL.getModelElementsByType(MultiInstanceLoopCharacteristics.class))
                .singleElement()
                .satisfies(loop -> {
                    assertThat(loop.isSequential()).isFalse();
                    assertThat(loop.getCamundaCollection()).isEqualTo(Variables.ORDER_LINE_IDS);
                    assertThat(loop.getCamundaElementVariable()).isEqualTo(Variables.ORDER_LINE_ID);
                });
    }

    @Test
    void delegatesAreTheOnesTheModelCalls() {
        Matcher expressions =
                Pattern.compile("elegateExpression=\"\\$\\{(\\w+)}\"").matcher(Bpmn.convertToString(MODEL));
        Set<String> called =
                expressions.results().map(result -> result.group(1)).collect(Collectors.toCollection(TreeSet::new));

        assertThat(constantsOf(Delegates.class)).isEqualTo(called);
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
