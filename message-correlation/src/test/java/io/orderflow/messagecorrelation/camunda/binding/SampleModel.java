package io.orderflow.messagecorrelation.camunda.binding;

import java.util.Arrays;
import java.util.stream.Collectors;

/** A process with one element that catches a message, as text. */
final class SampleModel {

    private SampleModel() {}

    /** A receive task "Wait". */
    static String waiting(String message, String... properties) {
        return process("sample", message, between(receiveTask(properties, "")));
    }

    /** A receive task "Wait" inside a sub-process for each element of a list. */
    static String waitingInEach(String message, String... properties) {
        return process(
                "sample",
                message,
                between(
                        """
                        <subProcess id="Each">
                          <multiInstanceLoopCharacteristics camunda:collection="all" camunda:elementVariable="each" />
                          %s
                        </subProcess>"""
                                .formatted(inner(receiveTask(properties, "")))));
    }

    /** A receive task "Wait" that is a multi-instance itself. */
    static String waitingManyTimes(String message, String... properties) {
        return process(
                "sample",
                message,
                between(
                        receiveTask(
                                properties,
                                "<multiInstanceLoopCharacteristics camunda:collection=\"all\" camunda:elementVariable=\"each\" />")));
    }

    /** A start event "Start". */
    static String starting(String key, String message, String... properties) {
        return process(
                key,
                message,
                """
                <startEvent id="Start">%s<messageEventDefinition messageRef="M" /></startEvent>
                <sequenceFlow id="f1" sourceRef="Start" targetRef="Task" />
                <manualTask id="Task" />"""
                        .formatted(extensions(properties)));
    }

    static String process(String key, String message, String content) {
        return """
                <?xml version="1.0" encoding="UTF-8"?>
                <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" id="Definitions_1"
                             xmlns:camunda="http://camunda.org/schema/1.0/bpmn" targetNamespace="https://orderflow.io/tests">
                  <process id="%s" isExecutable="true" camunda:historyTimeToLive="P1D">
                    %s
                  </process>
                  <message id="M" name="%s" />
                </definitions>
                """
                .formatted(key, content, message);
    }

    /** @param properties each as name=value */
    static String extensions(String... properties) {
        return Arrays.stream(properties)
                .map(property -> property.split("=", 2))
                .map(property -> "<camunda:property name=\"%s\" value=\"%s\" />".formatted(property[0], property[1]))
                .collect(Collectors.joining(
                        "", "<extensionElements><camunda:properties>", "</camunda:properties></extensionElements>"));
    }

    private static String receiveTask(String[] properties, String loop) {
        return "<receiveTask id=\"Wait\" messageRef=\"M\">" + extensions(properties) + loop + "</receiveTask>";
    }

    private static String between(String element) {
        String id = element.replaceAll("(?s)^\\s*<\\w+ id=\"(\\w+)\".*", "$1");
        return """
                <startEvent id="Begin" />
                <sequenceFlow id="f1" sourceRef="Begin" targetRef="%s" />
                %s"""
                .formatted(id, element);
    }

    private static String inner(String element) {
        return """
                <startEvent id="InnerBegin" />
                <sequenceFlow id="f2" sourceRef="InnerBegin" targetRef="Wait" />
                %s"""
                .formatted(element);
    }
}
