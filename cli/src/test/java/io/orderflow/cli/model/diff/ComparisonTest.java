package io.orderflow.cli.model.diff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every kind of change, each made in the text of a model that has one of everything. */
class ComparisonTest {

    @ParameterizedTest(name = "{3}: {4}")
    @MethodSource
    void tellsWhatChanged(String piece, String replacement, String element, Aspect aspect, String text) {
        List<ElementChanges> changes = Comparison.between(Shipping.model(), Shipping.with(piece, replacement));

        assertThat(changes).hasSize(1);
        assertThat(changes.get(0).element().id()).isEqualTo(element);
        assertThat(changes.get(0).changes()).hasSize(1);
        assertThat(changes.get(0).changes().get(0).aspect()).isEqualTo(aspect);
        assertThat(changes.get(0).changes().get(0).text()).isEqualTo(text);
    }

    static Stream<Arguments> tellsWhatChanged() {
        return Stream.of(
                change(
                        "name=\"Inspect\"",
                        "name=\"Look at it\"",
                        "Inspect",
                        Aspect.RENAMED,
                        "name changed from \"Inspect\" to \"Look at it\""),
                change(
                        "attachedToRef=\"AwaitPickup\"",
                        "attachedToRef=\"Parcel\"",
                        "Late",
                        Aspect.MOVED,
                        "activity it is attached to changed from AwaitPickup to Parcel"),
                change(
                        "sourceRef=\"Parcel\" targetRef=\"Fragile\"",
                        "sourceRef=\"Parcel\" targetRef=\"Inspect\"",
                        "Flow_Parcel_Fragile",
                        Aspect.ROUTE,
                        "target changed from Fragile to Inspect"),
                change(
                        " default=\"Flow_Fragile_End\"",
                        "",
                        "Fragile",
                        Aspect.ROUTE,
                        "default flow is gone, was: Flow_Fragile_End"),
                change(
                        "name=\"ParcelPickedUp:${parcel}\"",
                        "name=\"ParcelPickedUp\"",
                        "AwaitPickup",
                        Aspect.MESSAGE,
                        "message changed from ParcelPickedUp:${parcel} to ParcelPickedUp"),
                change(
                        "name=\"ShipmentAskedFor\"",
                        "name=\"ShipmentWanted\"",
                        "Start",
                        Aspect.MESSAGE,
                        "message changed from ShipmentAskedFor to ShipmentWanted"),
                change("name=\"stop\"", "name=\"halt\"", "Stopped", Aspect.EVENT, "signal changed from stop to halt"),
                change(
                        "name=\"eventType\" value=\"ParcelPickedUp\"",
                        "name=\"eventType\" value=\"ParcelGone\"",
                        "AwaitPickup",
                        Aspect.BINDING,
                        "property eventType changed from ParcelPickedUp to ParcelGone"),
                change(
                        "</camunda:properties>",
                        "<camunda:property name=\"eventUnmatched\" value=\"ignore\" /></camunda:properties>",
                        "AwaitPickup",
                        Aspect.BINDING,
                        "property eventUnmatched is new: ignore"),
                change("PT4H", "PT8H", "Late", Aspect.TIMER, "timer changed from duration PT4H to duration PT8H"),
                change(
                        "timeDuration",
                        "timeCycle",
                        "Late",
                        Aspect.TIMER,
                        "timer changed from duration PT4H to cycle PT4H"),
                change(
                        "${fragile}",
                        "${glass}",
                        "Flow_Fragile_Inspect",
                        Aspect.CONDITION,
                        "condition changed from ${fragile} to ${glass}"),
                change(
                        "cancelActivity=\"false\"",
                        "",
                        "Late",
                        Aspect.INTERRUPTION,
                        "interrupting changed from false to true"),
                change(
                        "<bpmn:startEvent id=\"Stopped\"",
                        "<bpmn:startEvent id=\"Stopped\" isInterrupting=\"false\"",
                        "Stopped",
                        Aspect.INTERRUPTION,
                        "interrupting changed from true to false"),
                change(
                        "<bpmn:multiInstanceLoopCharacteristics",
                        "<bpmn:multiInstanceLoopCharacteristics isSequential=\"true\"",
                        "Parcel",
                        Aspect.MULTI_INSTANCE,
                        "multi-instance changed from in parallel for each of parcels as parcel"
                                + " to one after the other for each of parcels as parcel"),
                change(
                        " camunda:asyncBefore=\"true\"",
                        "",
                        "Pack",
                        Aspect.ASYNC,
                        "asynchronous before changed from true to false"),
                change(
                        "camunda:asyncBefore=\"true\"",
                        "camunda:asyncBefore=\"true\" camunda:exclusive=\"false\"",
                        "Pack",
                        Aspect.ASYNC,
                        "exclusive jobs changed from true to false"),
                change(
                        "${pack}",
                        "${wrap}",
                        "Pack",
                        Aspect.DELEGATE,
                        "delegate expression changed from ${pack} to ${wrap}"),
                change(
                        "${note}",
                        "${count}",
                        "Pack",
                        Aspect.LISTENER,
                        "listener on start changed from ${note} to ${count}"),
                change(
                        "camunda:formRef=\"inspection\"",
                        "camunda:formRef=\"glass\"",
                        "Inspect",
                        Aspect.FORM,
                        "form ref changed from inspection to glass"),
                change(
                        "camunda:candidateGroups=\"dock\"",
                        "camunda:assignee=\"eve\" camunda:candidateGroups=\"dock\"",
                        "Inspect",
                        Aspect.PEOPLE,
                        "assignee is new: eve"),
                change(
                        "${size}",
                        "${weight}",
                        "Pack",
                        Aspect.VARIABLES,
                        "input size changed from ${size} to ${weight}"),
                change("P30D", "P60D", "shipping", Aspect.SETTING, "history time to live changed from P30D to P60D"),
                change(
                        "id=\"End\" name=\"Shipped\" />",
                        "id=\"End\" name=\"Shipped\"><bpmn:documentation>Gone</bpmn:documentation></bpmn:endEvent>",
                        "End",
                        Aspect.DOCUMENTATION,
                        "documentation is new: Gone"),
                change(
                        "<bpmn:userTask id=\"Inspect\"",
                        "<bpmn:manualTask id=\"Inspect\"",
                        "Inspect",
                        Aspect.KIND,
                        "kind of element changed from user task to manual task"));
    }

    private static Arguments change(String piece, String replacement, String id, Aspect aspect, String text) {
        return arguments(piece, replacement, id, aspect, text);
    }

    @Test
    void tellsWhatWasAddedAndRemoved() {
        String message = "<bpmn:endEvent id=\"End\" name=\"Shipped\" />";
        Model more = Shipping.with(
                message,
                message + "<bpmn:serviceTask id=\"Bill\" name=\"Bill\""
                        + " xmlns:c=\"http://camunda.org/schema/1.0/bpmn\" c:class=\"Bill\" />");

        assertThat(texts(Shipping.model(), more))
                .containsExactly("service task \"Bill\" added in shipping; class Bill");
        assertThat(texts(more, Shipping.model()))
                .containsExactly("service task \"Bill\" removed in shipping; class Bill");
    }

    @Test
    void tellsThatAnElementMovedBetweenScopesWithEverythingInIt() {
        String late = Shipping.TEXT.substring(
                Shipping.TEXT.indexOf("      <bpmn:boundaryEvent"), Shipping.TEXT.indexOf("    </bpmn:subProcess>"));
        Model moved = Shipping.read(Shipping.TEXT.replace(late, "").replace("<bpmn:endEvent", late + "<bpmn:endEvent"));

        assertThat(texts(Shipping.model(), moved)).containsExactly("surrounding scope changed from Parcel to shipping");
    }

    @Test
    void warnsOfTheSameElementUnderAnotherId() {
        Model renumbered = Shipping.with("<bpmn:userTask id=\"Inspect\"", "<bpmn:userTask id=\"Activity_1x\"");

        assertThat(texts(Shipping.model(), renumbered))
                .hasSize(2)
                .anySatisfy(text -> assertThat(text)
                        .contains(
                                "looks as if it replaces Inspect: keep the id, the engine takes them for two elements"))
                .anySatisfy(text -> assertThat(text).contains("looks as if it is now Activity_1x"));
    }

    @Test
    void seesNothingInWhatTheEngineDoesNotSee() {
        Model base = Shipping.model();
        Model redrawn = Shipping.with("x=\"800\"", "x=\"900\"");

        assertThat(Comparison.between(base, redrawn)).isEmpty();
        assertThat(redrawn.drawing()).isNotEqualTo(base.drawing());
        assertThat(Comparison.between(base, Shipping.with("isExecutable=\"true\"", "isExecutable=\"true\" ")))
                .isEmpty();
        assertThat(Comparison.between(
                        base,
                        Shipping.read(
                                Shipping.TEXT.replace("camunda:", "engine:").replace("xmlns:camunda", "xmlns:engine"))))
                .isEmpty();
        assertThat(Comparison.between(
                        base, Shipping.with("<bpmn:userTask", "<bpmn:userTask camunda:exclusive=\"true\"")))
                .isEmpty();
    }

    @Test
    void refusesWhatIsNoModel() {
        assertThatThrownBy(() -> Shipping.read("<a")).hasMessageStartingWith("it is not XML");
        assertThatThrownBy(() -> Shipping.read("<a/>")).hasMessage("there is no process in it");
        assertThatThrownBy(() -> Shipping.read("<!DOCTYPE a [<!ENTITY b SYSTEM 'file:///etc/passwd'>]><a>&b;</a>"))
                .hasMessageContaining("DOCTYPE");
    }

    private static List<String> texts(Model older, Model newer) {
        return Comparison.between(older, newer).stream()
                .flatMap(changes -> changes.changes().stream())
                .map(Change::text)
                .toList();
    }
}
