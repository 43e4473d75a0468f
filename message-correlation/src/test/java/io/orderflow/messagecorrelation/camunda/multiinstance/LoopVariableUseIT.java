package io.orderflow.messagecorrelation.camunda.multiinstance;

import static io.orderflow.messagecorrelation.camunda.multiinstance.LoopVariables.LEFT_OUT;
import static io.orderflow.messagecorrelation.camunda.multiinstance.LoopVariables.NEEDED;
import static io.orderflow.messagecorrelation.camunda.multiinstance.LoopVariables.WRITTEN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.orderflow.testing.support.postgres.TestDatabase;
import io.orderflow.testing.support.postgres.TestPostgres;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.camunda.bpm.engine.impl.RepositoryServiceImpl;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.builder.ReceiveTaskBuilder;
import org.camunda.bpm.model.bpmn.builder.SubProcessBuilder;
import org.camunda.bpm.model.bpmn.instance.CompletionCondition;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaIn;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Which models keep the loop variables. */
class LoopVariableUseIT {

    private static JoinEngine lean;
    private static JoinEngine disabled;

    @BeforeAll
    static void startEngines() {
        TestDatabase database = TestPostgres.newDatabase();
        lean = JoinEngine.lean(database);
        disabled = JoinEngine.disabled(database);
    }

    @AfterAll
    static void stopEngines() {
        disabled.close();
        lean.close();
    }

    static Stream<Arguments> models() {
        return Stream.of(
                arguments("nothing", Models.receiveTask(), LEFT_OUT),
                arguments("a sub-process", Models.subProcess(each -> {}), LEFT_OUT),
                arguments("completion condition", Models.leavesAfter(Models.receiveTask(), 2), NEEDED),
                arguments("constant completion condition", constantCondition(), NEEDED),
                arguments(
                        "input parameter",
                        task(each -> each.camundaInputParameter("number", "${loopCounter}")),
                        NEEDED),
                arguments(
                        "listener",
                        task(each -> each.camundaExecutionListenerExpression("end", "${x.seen(nrOfActiveInstances)}")),
                        NEEDED),
                arguments("message name", task(each -> each.message("Done:${loopCounter}")), NEEDED),
                arguments(
                        "boundary timer",
                        task(each -> each.boundaryEvent("T")
                                .timerWithDuration("${nrOfInstances > 9 ? 'PT9H' : 'PT1H'}")
                                .endEvent()),
                        NEEDED),
                arguments(
                        "boundary condition",
                        task(each -> each.boundaryEvent("C")
                                .condition("${nrOfCompletedInstances > 1}")
                                .endEvent()),
                        NEEDED),
                arguments("outgoing flow", task(each -> each.condition("many", "${nrOfInstances > 1}")), NEEDED),
                arguments(
                        "task inside",
                        inside(each -> each.embeddedSubProcess()
                                .startEvent()
                                .userTask()
                                .camundaAssignee("${workers[loopCounter]}")
                                .endEvent()),
                        NEEDED),
                arguments(
                        "decision inside",
                        inside(each -> each.embeddedSubProcess()
                                .startEvent()
                                .businessRuleTask()
                                .camundaDecisionRef("any")
                                .endEvent()),
                        NEEDED),
                arguments(
                        "external task inside",
                        inside(each -> each.embeddedSubProcess()
                                .startEvent()
                                .serviceTask()
                                .camundaExternalTask("topic")
                                .endEvent()),
                        NEEDED),
                arguments(
                        "script file inside",
                        inside(each -> each.embeddedSubProcess()
                                .startEvent()
                                .scriptTask()
                                .scriptFormat("groovy")
                                .camundaResource("deployment://any.groovy")
                                .endEvent()),
                        NEEDED),
                arguments(
                        "all variables to a callee",
                        inside(each -> each.embeddedSubProcess()
                                .startEvent()
                                .callActivity()
                                .calledElement("any")
                                .addExtensionElement(allVariables(each))
                                .endEvent()),
                        NEEDED),
                arguments(
                        "compensation inside",
                        inside(each -> each.embeddedSubProcess()
                                .startEvent()
                                .userTask("Book")
                                .boundaryEvent("Undo")
                                .compensateEventDefinition()
                                .compensateEventDefinitionDone()
                                .compensationStart()
                                .userTask("Cancel")
                                .compensationDone()
                                .moveToActivity("Book")
                                .endEvent()),
                        NEEDED),
                arguments(
                        "said to need none",
                        said(
                                Models.receiveTask(each -> each.camundaInputParameter("number", "${loopCounter}")),
                                "true"),
                        LEFT_OUT),
                arguments("said to need them", said(Models.receiveTask(), "false"), NEEDED),
                arguments("said without effect", said(constantCondition(), "true"), NEEDED));
    }

    @ParameterizedTest(name = "{0}: {2}")
    @MethodSource("models")
    void keepsTheVariablesThatAModelMayRead(String use, BpmnModelInstance model, LoopVariables expected) {
        String definition = lean.deploy(model);

        assertThat(loopVariables(lean, definition)).isEqualTo(expected);
        assertThat(loopVariables(disabled, definition)).isEqualTo(expected == LEFT_OUT ? WRITTEN : expected);
    }

    private static LoopVariables loopVariables(JoinEngine engine, String definition) {
        ProcessDefinitionEntity process = (ProcessDefinitionEntity)
                ((RepositoryServiceImpl) engine.engine.getRepositoryService()).getDeployedProcessDefinition(definition);
        return ((CountingJoin) process.findActivity("Each#multiInstanceBody").getActivityBehavior()).loopVariables();
    }

    private static BpmnModelInstance task(Consumer<ReceiveTaskBuilder> more) {
        return Models.receiveTask(more);
    }

    private static BpmnModelInstance inside(Consumer<SubProcessBuilder> content) {
        return Models.emptySubProcess(content);
    }

    private static BpmnModelInstance constantCondition() {
        BpmnModelInstance model = Models.leavesAfter(Models.receiveTask(), 2);
        model.getModelElementsByType(CompletionCondition.class)
                .forEach(condition -> condition.setTextContent("${enough}"));
        return model;
    }

    private static CamundaIn allVariables(SubProcessBuilder each) {
        CamundaIn in = ((BpmnModelInstance) each.getElement().getModelInstance()).newInstance(CamundaIn.class);
        in.setCamundaVariables("all");
        return in;
    }

    private static BpmnModelInstance said(BpmnModelInstance model, String value) {
        return Models.withProperty(model, "leanJoin", value);
    }
}
