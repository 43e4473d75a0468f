package io.orderflow.messagecorrelation.camunda.multiinstance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.orderflow.testing.support.postgres.TestDatabase;
import io.orderflow.testing.support.postgres.TestPostgres;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever happens to a body, its instance goes the way that it goes under the engine's own join. */
class CountingJoinIT {

    private static final List<String> THREE = List.of("a", "b", "c");

    private static JoinEngine plain;
    private static JoinEngine lean;
    private static JoinEngine disabled;

    @BeforeAll
    static void startEngines() {
        TestDatabase database = TestPostgres.newDatabase();
        plain = JoinEngine.plain(database);
        lean = JoinEngine.lean(database);
        disabled = JoinEngine.disabled(database);
    }

    @AfterAll
    static void stopEngines() {
        lean.close();
        disabled.close();
        plain.close();
    }

    static Stream<Arguments> lives() {
        return Stream.of(
                arguments("receive tasks", Models.receiveTask(), THREE, all(THREE)),
                arguments("one element", Models.receiveTask(), List.of("a"), all(List.of("a"))),
                arguments("no element", Models.receiveTask(), List.of(), Steps.NONE),
                arguments("steps that end at once", Models.immediate(), THREE, Steps.NONE),
                arguments("user tasks", Models.userTask(loop -> {}), THREE, (Steps)
                        (engine, instance) -> engine.complete(instance, "Each")),
                arguments("async before each", Models.userTask(loop -> loop.camundaAsyncBefore()), THREE, (Steps)
                        (engine, instance) -> {
                            engine.executeJobs(instance);
                            engine.complete(instance, "Each");
                        }),
                arguments("async after each", Models.userTask(loop -> loop.camundaAsyncAfter()), THREE, (Steps)
                        (engine, instance) -> {
                            engine.complete(instance, "Each");
                            engine.executeJobs(instance);
                        }),
                arguments("sub-processes", Models.subProcess(each -> {}), THREE, all(THREE)),
                arguments("event sub-process ends one", Models.subProcess(each -> {}), THREE, (Steps)
                        (engine, instance) -> {
                            engine.send(instance, "Done:b");
                            engine.send(instance, "Skip:a");
                            engine.send(instance, "Done:c");
                        }),
                arguments("nested", Models.nested(), THREE, (Steps) (engine, instance) -> THREE.forEach(item -> {
                    engine.send(instance, "Done:" + item + ":y");
                    engine.send(instance, "Done:" + item + ":x");
                })),
                arguments("message boundary event", stoppable(), THREE, (Steps) (engine, instance) -> {
                    engine.send(instance, "Done:b");
                    engine.send(instance, "Stop");
                    engine.complete(instance, "Stopped");
                }),
                arguments("timer beside the body", late(false), THREE, (Steps) (engine, instance) -> {
                    engine.send(instance, "Done:b");
                    engine.executeJobs(instance);
                    engine.send(instance, "Done:a");
                    engine.send(instance, "Done:c");
                    engine.complete(instance, "Late");
                }),
                arguments("timer ends the body", late(true), THREE, (Steps) (engine, instance) -> {
                    engine.send(instance, "Done:b");
                    engine.executeJobs(instance);
                    engine.complete(instance, "Late");
                }),
                arguments("675 elements", Models.receiveTask(), numbers(675), (Steps)
                        (engine, instance) -> engine.sendAll(instance)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("lives")
    void goesTheWayOfTheEngine(String life, BpmnModelInstance model, List<String> items, Steps steps) {
        String definition = plain.deploy(model);

        List<String> expected = live(plain, definition, items, steps);

        assertThat(expected).anyMatch(activity -> activity.startsWith("Each") || items.isEmpty());
        assertThat(live(lean, definition, items, steps)).isEqualTo(expected);
        assertThat(live(disabled, definition, items, steps)).isEqualTo(expected);
    }

    private static List<String> live(JoinEngine engine, String definition, List<String> items, Steps steps) {
        String instance = engine.start(definition, items);
        boolean waits = steps != Steps.NONE;
        assertThat(engine.loopVariables(instance) > 0).isEqualTo(waits && engine != lean);
        steps.take(engine, instance);
        assertThat(engine.runs(instance))
                .isEqualTo(engine.history(instance).stream().noneMatch(activity -> activity.startsWith("EndBeside")));
        engine.complete(instance, "After");
        assertThat(engine.runs(instance)).isFalse();
        return engine.history(instance);
    }

    private static Steps all(List<String> items) {
        return (engine, instance) -> items.forEach(item -> engine.send(instance, "Done:" + item));
    }

    private static BpmnModelInstance stoppable() {
        return Models.subProcess(each ->
                each.boundaryEvent("Stop").message("Stop").userTask("Stopped").endEvent("EndBeside"));
    }

    private static BpmnModelInstance late(boolean interrupting) {
        return Models.receiveTask(each -> each.boundaryEvent("Timer")
                .cancelActivity(interrupting)
                .timerWithDuration("PT1H")
                .userTask("Late")
                .endEvent(interrupting ? "EndBeside" : "EndLate"));
    }

    private static List<String> numbers(int last) {
        return IntStream.rangeClosed(1, last).mapToObj(Integer::toString).toList();
    }

    /** What is done to an instance until it has left the body. */
    private interface Steps {

        Steps NONE = (engine, instance) -> {};

        void take(JoinEngine engine, String instance);
    }
}
