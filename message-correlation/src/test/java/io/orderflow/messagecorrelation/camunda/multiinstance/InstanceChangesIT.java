package io.orderflow.messagecorrelation.camunda.multiinstance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.orderflow.testing.support.postgres.TestDatabase;
import io.orderflow.testing.support.postgres.TestPostgres;
import java.util.List;
import java.util.stream.Stream;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What operators do to running instances has the effect that it has under the engine's own join. */
class InstanceChangesIT {

    private static final List<String> ITEMS = List.of("a", "b", "c");
    private static final String BODY = "Each#multiInstanceBody";

    private static JoinEngine plain;
    private static JoinEngine lean;

    @BeforeAll
    static void startEngines() {
        TestDatabase database = TestPostgres.newDatabase();
        plain = JoinEngine.plain(database);
        lean = JoinEngine.lean(database);
    }

    @AfterAll
    static void stopEngines() {
        lean.close();
        plain.close();
    }

    static Stream<Arguments> changes() {
        return Stream.of(Models.receiveTask(), Models.subProcess(each -> {}))
                .flatMap(model -> Stream.of(
                        arguments("one more", model, (Change) InstanceChangesIT::oneMore),
                        arguments("one less", model, (Change) InstanceChangesIT::oneLess),
                        arguments("one in a new body", model, (Change) InstanceChangesIT::oneInANewBody),
                        arguments("a second body", model, (Change) InstanceChangesIT::aSecondBody),
                        arguments("a newer version", model, (Change)
                                (engine, instance) -> migrate(engine, instance, model)),
                        arguments("a version that needs the variables", model, (Change)
                                InstanceChangesIT::toAVersionThatCounts)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("changes")
    void hasTheEffectThatItHasUnderTheEnginesJoin(String name, BpmnModelInstance model, Change change) {
        String definition = plain.deploy(model);

        List<String> expected = change(plain, definition, change);

        assertThat(expected).anyMatch(activity -> activity.startsWith("End 1 true"));
        assertThat(change(lean, definition, change)).isEqualTo(expected);
    }

    private static List<String> change(JoinEngine engine, String definition, Change change) {
        String instance = engine.start(definition, ITEMS);
        engine.send(instance, "Done:b");
        change.make(engine, instance);
        engine.complete(instance, "After");
        assertThat(engine.runs(instance)).isFalse();
        return engine.history(instance);
    }

    private static void oneMore(JoinEngine engine, String instance) {
        RuntimeService runtime = engine.engine.getRuntimeService();
        String body = runtime.getActivityInstance(instance)
                .getActivityInstances(BODY)[0]
                .getId();
        runtime.createProcessInstanceModification(instance)
                .startBeforeActivity("Each", body)
                .setVariableLocal("item", "d")
                .execute();
        engine.send(instance, "Done:c");
        engine.send(instance, "Done:a");
        engine.send(instance, "Done:d");
    }

    private static void oneLess(JoinEngine engine, String instance) {
        RuntimeService runtime = engine.engine.getRuntimeService();
        String each = runtime.getActivityInstance(instance)
                .getActivityInstances("Each")[0]
                .getId();
        runtime.createProcessInstanceModification(instance)
                .cancelActivityInstance(each)
                .execute();
        engine.sendAll(instance);
    }

    private static void oneInANewBody(JoinEngine engine, String instance) {
        engine.send(instance, "Done:a");
        engine.send(instance, "Done:c");
        engine.engine
                .getRuntimeService()
                .createProcessInstanceModification(instance)
                .cancelAllForActivity("After")
                .startBeforeActivity("Each")
                .setVariableLocal("item", "d")
                .execute();
        engine.send(instance, "Done:d");
    }

    private static void aSecondBody(JoinEngine engine, String instance) {
        engine.engine
                .getRuntimeService()
                .createProcessInstanceModification(instance)
                .startBeforeActivity(BODY)
                .setVariable("items", Variables.untypedValue(List.of("x", "y"), true))
                .execute();
        Stream.of("x", "a", "c", "y").forEach(item -> engine.send(instance, "Done:" + item));
    }

    private static void migrate(JoinEngine engine, String instance, BpmnModelInstance model) {
        moveTo(engine, instance, model);
        engine.send(instance, "Done:a");
        engine.send(instance, "Done:c");
    }

    private static void toAVersionThatCounts(JoinEngine engine, String instance) {
        boolean task = engine.engine
                .getRepositoryService()
                .getProcessDefinition(definition(engine, instance))
                .getKey()
                .equals("receive");
        BpmnModelInstance newer = task ? Models.receiveTask() : Models.subProcess(each -> {});
        moveTo(engine, instance, Models.leavesAfter(newer, 2));
        engine.send(instance, "Done:a");
    }

    private static void moveTo(JoinEngine engine, String instance, BpmnModelInstance model) {
        RuntimeService runtime = engine.engine.getRuntimeService();
        runtime.newMigration(runtime.createMigrationPlan(definition(engine, instance), engine.deploy(model))
                        .mapEqualActivities()
                        .build())
                .processInstanceIds(instance)
                .execute();
    }

    private static String definition(JoinEngine engine, String instance) {
        return engine.engine
                .getRuntimeService()
                .createProcessInstanceQuery()
                .processInstanceId(instance)
                .singleResult()
                .getProcessDefinitionId();
    }

    private interface Change {

        void make(JoinEngine engine, String instance);
    }
}
