package io.orderflow.messagecorrelation.camunda.multiinstance;

import java.util.function.Consumer;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.builder.MultiInstanceLoopCharacteristicsBuilder;
import org.camunda.bpm.model.bpmn.builder.ReceiveTaskBuilder;
import org.camunda.bpm.model.bpmn.builder.SubProcessBuilder;
import org.camunda.bpm.model.bpmn.builder.UserTaskBuilder;
import org.camunda.bpm.model.bpmn.instance.Activity;
import org.camunda.bpm.model.bpmn.instance.CompletionCondition;
import org.camunda.bpm.model.bpmn.instance.ExtensionElements;
import org.camunda.bpm.model.bpmn.instance.MultiInstanceLoopCharacteristics;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperties;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperty;

/** Processes whose parallel activity is "Each", once for each item, followed by the user task "After". */
final class Models {

    private Models() {}

    static BpmnModelInstance receiveTask() {
        return receiveTask(each -> {});
    }

    static BpmnModelInstance receiveTask(Consumer<ReceiveTaskBuilder> more) {
        ReceiveTaskBuilder each = Bpmn.createExecutableProcess("receive")
                .startEvent()
                .receiveTask("Each")
                .message("Done:${item}");
        items(each.multiInstance()).multiInstanceDone();
        more.accept(each);
        return each.userTask("After").endEvent("End").done();
    }

    static BpmnModelInstance userTask(Consumer<MultiInstanceLoopCharacteristicsBuilder> more) {
        UserTaskBuilder each = Bpmn.createExecutableProcess("user").startEvent().userTask("Each");
        MultiInstanceLoopCharacteristicsBuilder loop = items(each.multiInstance());
        more.accept(loop);
        loop.multiInstanceDone();
        return each.userTask("After").endEvent("End").done();
    }

    static BpmnModelInstance immediate() {
        var each = Bpmn.createExecutableProcess("immediate")
                .startEvent()
                .serviceTask("Each")
                .camundaExpression("${true}");
        items(each.multiInstance()).multiInstanceDone();
        return each.userTask("After").endEvent("End").done();
    }

    /** Receives "Done:item" inside a sub-process, which "Skip:item" ends early. */
    static BpmnModelInstance subProcess(Consumer<SubProcessBuilder> more) {
        SubProcessBuilder each =
                Bpmn.createExecutableProcess("sub").startEvent().subProcess("Each");
        items(each.multiInstance()).multiInstanceDone();
        each.embeddedSubProcess()
                .startEvent()
                .parallelGateway("Fork")
                .receiveTask("Wait")
                .message("Done:${item}")
                .endEvent("Waited")
                .moveToNode("Fork")
                .serviceTask("Beside")
                .camundaExpression("${true}")
                .endEvent("Besides");
        each.embeddedSubProcess()
                .eventSubProcess("Skip")
                .startEvent("Skipped")
                .interrupting(true)
                .message("Skip:${item}")
                .endEvent("SkipEnd");
        more.accept(each);
        return each.userTask("After").endEvent("End").done();
    }

    /** Receives "Done:item:x" and "Done:item:y" for each item. */
    static BpmnModelInstance nested() {
        SubProcessBuilder each =
                Bpmn.createExecutableProcess("nested").startEvent().subProcess("Each");
        items(each.multiInstance()).multiInstanceDone();
        ReceiveTaskBuilder inner =
                each.embeddedSubProcess().startEvent().receiveTask("Part").message("Done:${item}:${part}");
        inner.multiInstance()
                .parallel()
                .camundaCollection("${parts}")
                .camundaElementVariable("part")
                .multiInstanceDone();
        inner.endEvent("PartsEnd");
        return each.userTask("After").endEvent("End").done();
    }

    /** Adds a completion condition to the first parallel activity. */
    static BpmnModelInstance leavesAfter(BpmnModelInstance model, int ended) {
        CompletionCondition condition = model.newInstance(CompletionCondition.class);
        condition.setTextContent("${nrOfCompletedInstances >= " + ended + "}");
        model.getModelElementsByType(MultiInstanceLoopCharacteristics.class)
                .iterator()
                .next()
                .setCompletionCondition(condition);
        return model;
    }

    /** A parallel sub-process with this inside. */
    static BpmnModelInstance emptySubProcess(Consumer<SubProcessBuilder> content) {
        SubProcessBuilder each =
                Bpmn.createExecutableProcess("content").startEvent().subProcess("Each");
        items(each.multiInstance()).multiInstanceDone();
        content.accept(each);
        return each.userTask("After").endEvent("End").done();
    }

    /** Adds an extension property to the parallel activity. */
    static BpmnModelInstance withProperty(BpmnModelInstance model, String name, String value) {
        Activity each = model.getModelElementById("Each");
        CamundaProperty property = model.newInstance(CamundaProperty.class);
        property.setCamundaName(name);
        property.setCamundaValue(value);
        CamundaProperties properties = model.newInstance(CamundaProperties.class);
        properties.addChildElement(property);
        if (each.getExtensionElements() == null) {
            each.setExtensionElements(model.newInstance(ExtensionElements.class));
        }
        each.getExtensionElements().addChildElement(properties);
        return model;
    }

    private static MultiInstanceLoopCharacteristicsBuilder items(MultiInstanceLoopCharacteristicsBuilder loop) {
        return loop.parallel().camundaCollection("items").camundaElementVariable("item");
    }
}
