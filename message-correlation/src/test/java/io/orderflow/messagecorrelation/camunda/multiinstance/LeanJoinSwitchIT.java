package io.orderflow.messagecorrelation.camunda.multiinstance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.orderflow.testing.support.postgres.TestDatabase;
import io.orderflow.testing.support.postgres.TestPostgres;
import java.util.List;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Instances that began before the join was switched on or off end after it. */
class LeanJoinSwitchIT {

    private static final List<String> ITEMS = List.of("a", "b", "c");

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

    static Stream<Arguments> switches() {
        return Stream.of(Models.receiveTask(), Models.subProcess(each -> {}), Models.nested())
                .flatMap(model -> Stream.of(
                        arguments("introduced", model, plain, lean),
                        arguments("introduced but disabled", model, plain, disabled),
                        arguments("enabled", model, disabled, lean),
                        arguments("disabled", model, lean, disabled)));
    }

    @ParameterizedTest(name = "{0}", autoCloseArguments = false)
    @MethodSource("switches")
    void endsWhatBeganBefore(String change, BpmnModelInstance model, JoinEngine before, JoinEngine after) {
        String definition = plain.deploy(model);
        String expected = plain.start(definition, ITEMS);
        ITEMS.forEach(item -> end(plain, expected, item));

        String instance = before.start(definition, ITEMS);
        end(before, instance, "b");
        long variables = after.loopVariables(instance);
        end(after, instance, "a");
        end(after, instance, "c");

        assertThat(variables == 0).isEqualTo(before == lean);
        assertThat(after.history(instance))
                .isEqualTo(plain.history(expected))
                .anyMatch(activity -> activity.startsWith("After"));
        assertThat(after.loopVariables(instance)).isZero();
    }

    private static void end(JoinEngine engine, String instance, String item) {
        List<String> messages = engine.jdbc()
                .sql("select event_name_ from act_ru_event_subscr where proc_inst_id_ = ? and event_name_ like ?")
                .param(instance)
                .param("Done:" + item + "%")
                .query(String.class)
                .list();
        assertThat(messages).isNotEmpty();
        messages.forEach(message -> engine.send(instance, message));
    }
}
