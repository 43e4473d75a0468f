package io.orderflow.messagecorrelation.camunda.binding;

import static io.orderflow.messagecorrelation.camunda.binding.SampleModel.starting;
import static io.orderflow.messagecorrelation.camunda.binding.SampleModel.waiting;
import static io.orderflow.messagecorrelation.camunda.binding.SampleModel.waitingInEach;
import static io.orderflow.messagecorrelation.camunda.binding.SampleModel.waitingManyTimes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What is found in a model, where, and how it is mended. */
class ProcessCheckTest {

    private static final Map<String, EventBindings> DEPLOYED = Map.of(
            "other",
            new EventBindings(List.of(new CatchElement("S", "OrderCaptured", Map.of(), true, false))),
            "sample",
            new EventBindings(List.of(new CatchElement("S", "OrderRejected", Map.of(), true, false))));

    static Stream<Arguments> sound() {
        return Stream.of(
                arguments(waiting("OrderCompleted")),
                arguments(waiting("OrderCompleted", "eventType=OrderCompleted", "eventVariables=when=completedAt")),
                arguments(waiting("LineFailed:${orderLineId}", "eventWaitLimit=PT30M", "eventUnmatched=ignore")),
                arguments(waiting("LineFailed:${execution.processBusinessKey}")),
                arguments(waiting("LineFailed:${x.y}", "eventKey=orderLineId, businessKey")),
                arguments(waitingInEach("LineFailed:${orderLineId}", "eventKey=orderLineId, businessKey")),
                arguments(starting("sample", "OrderRejected", "eventVariables=reason")),
                arguments(waiting("OrderCompleted", "colour=red")));
    }

    @ParameterizedTest
    @MethodSource
    void sound(String model) {
        assertThat(findings(model)).isEmpty();
    }

    static Stream<Arguments> wrong() {
        return Stream.of(
                arguments(
                        waiting("OrderComplete"),
                        "Wait waits for OrderComplete, which is not in the catalogue: take one of LineFailed,"
                                + " OrderCaptured, OrderCompleted, OrderRejected"),
                arguments(waiting("Order completed"), "Wait has a message named \"Order completed\": name it Type, or"),
                arguments(
                        waiting("OrderCompleted", "eventType=OrderCaptured"),
                        "Wait has eventType OrderCaptured and a message for OrderCompleted: name the message after the"
                                + " eventType, or set eventType to OrderCompleted"),
                arguments(
                        waiting("LineFailed:${lineId}"),
                        "Wait takes its key from lineId, which is no single value of LineFailed: set eventKey to one of"
                                + " attempt, line.offerId, orderLineId or to businessKey"),
                arguments(
                        waiting("LineFailed:${x.y}"),
                        "Wait does not say which field of LineFailed has the key ${x.y}: set eventKey to the path"),
                arguments(
                        waiting("LineFailed", "eventKey=orderLineId"),
                        "Wait has eventKey but a message without a key: name the message LineFailed:${variable}, or"),
                arguments(
                        waitingInEach("LineFailed"),
                        "Wait is inside a multi-instance and has the same message for every instance of it: name the"
                                + " message LineFailed:${variable} with the variable of the multi-instance"),
                arguments(waitingManyTimes("LineFailed"), "Wait is inside a multi-instance and has the same message"),
                arguments(
                        waitingInEach("LineFailed:${orderLineId}", "eventKey=businessKey"),
                        "Wait is inside a multi-instance and has the same message"),
                arguments(
                        waiting("LineFailed:${orderLineId}", "eventVariables=attempt, line"),
                        "Wait takes variable line from line, which is no single value of LineFailed: take in"
                                + " eventVariables one of attempt, line.offerId, orderLineId"),
                arguments(
                        waiting("OrderCompleted", "eventVariables=line.offerId"),
                        "Wait has \"line.offerId\" in eventVariables: write name, or name=path.in.payload"),
                arguments(
                        waiting("OrderCompleted", "eventVariables=a=completedAt, a=completedAt"),
                        "Wait sets variable a twice in eventVariables: keep one of them"),
                arguments(
                        waiting("QuoteAccepted"),
                        "Wait waits for QuoteAccepted, but nothing here reads its topic quotes: take one of"),
                arguments(
                        waiting("OrderCompleted", "eventUnmatched=drop"),
                        "Wait has eventUnmatched \"drop\": take one of park, ignore, dead-letter"),
                arguments(
                        waiting("OrderCompleted", "eventWaitLimit=2 hours"),
                        "Wait has eventWaitLimit \"2 hours\": take an ISO-8601 duration of days and times, such as PT2H"),
                arguments(
                        waiting("OrderCompleted", "eventWaitLimit=PT0S"), "Wait has eventWaitLimit \"PT0S\": take an"),
                arguments(
                        waiting("OrderCompleted", "eventUnmached=park"),
                        "Wait has the property eventUnmached, which nobody reads: take one of eventKey, eventType,"),
                arguments(
                        starting("sample", "OrderCaptured"),
                        "Start starts on OrderCaptured, which already starts process other: start on another event, or"),
                arguments(
                        starting("sample", "LineFailed:${orderLineId}"),
                        "Start starts the process and has a message with a key: name the message LineFailed"));
    }

    @ParameterizedTest
    @MethodSource
    void wrong(String model, String finding) {
        assertThat(findings(model)).singleElement().asString().startsWith(finding);
    }

    @Test
    void everythingIsToldAtOnce() {
        assertThat(findings(waitingInEach(
                        "QuoteAccepted",
                        "eventType=OrderCaptured",
                        "eventUnmatched=drop",
                        "eventWaitLimit=soon",
                        "eventVariables=nothing")))
                .hasSize(6);
    }

    @Test
    void oneEventTypeHasOnePolicyInAProcess() {
        String model = SampleModel.process(
                "sample",
                "OrderCompleted",
                """
                <startEvent id="Begin" />
                <receiveTask id="One" messageRef="M">%s</receiveTask>
                <receiveTask id="Other" messageRef="M">%s</receiveTask>"""
                        .formatted(
                                SampleModel.extensions("eventUnmatched=ignore"),
                                SampleModel.extensions("eventUnmatched=dead-letter")));

        assertThat(findings(model))
                .containsExactly(
                        "Other and One both catch OrderCompleted and differ in what happens if nobody waits: give"
                                + " both the same eventUnmatched and eventWaitLimit");
    }

    @Test
    void twoProcessesOfOneDeploymentDoNotStartOnTheSameEvent() {
        ProcessCheck check = new ProcessCheck(new SampleCatalogue(), Map.of(), Set.of("one", "two"));

        assertThat(check.findings(model(starting("one", "OrderRejected")))).isEmpty();
        assertThat(check.findings(model(starting("two", "OrderRejected"))))
                .extracting(Finding::getMessage)
                .containsExactly(
                        "Start starts on OrderRejected, which already starts process one: start on another event,"
                                + " or wait for OrderRejected in that process");
    }

    private static List<String> findings(String model) {
        return new ProcessCheck(new SampleCatalogue(), DEPLOYED, Set.of("sample"))
                .findings(model(model)).stream().map(Finding::getMessage).toList();
    }

    private static ProcessModel model(String xml) {
        return ProcessModel.of(Bpmn.readModelFromStream(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8))))
                .get(0);
    }
}
