package io.orderflow.cli.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orderflow.cli.engine.Definition;
import io.orderflow.cli.engine.Engine;
import io.orderflow.cli.stack.Answer;
import io.orderflow.cli.stack.Refusal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What the commands send to the engine, and what they make of its answers. */
class EngineCallsTest {

    private final FakeEngine fake = new FakeEngine();
    private final Engine engine = fake.engine();

    @AfterEach
    void stop() {
        fake.close();
    }

    @Test
    void listsTheNewestVersionFirst() {
        fake.deployed("a", "shipping", 1, 3, "")
                .deployed("b", "shipping", 2, 1, "")
                .deployed("c", "billing", 1, 0, "");

        assertThat(engine.definitions())
                .extracting(Definition::reference, Definition::instances)
                .extracting(Object::toString)
                .containsExactly("(\"billing:1\", 0L)", "(\"shipping:2\", 1L)", "(\"shipping:1\", 3L)");
    }

    @Test
    void deploysFilesAsOneDeploymentThatAddsNoVersionOfWhatIsThere() {
        fake.answers("/deployment/create", "{}");

        Answer answer = engine.deploy("shipping.bpmn", Map.of("shipping.bpmn", bytes("<model/>")));

        assertThat(answer.isSuccess()).isTrue();
        assertThat(fake.requests).hasSize(1);
        assertThat(fake.requests.get(0))
                .startsWith("POST /camunda/api/engine/engine/default/deployment/create")
                .contains("name=\"deploy-changed-only\"\r\n\r\ntrue")
                .contains("name=\"shipping.bpmn\"; filename=\"shipping.bpmn\"\r\n\r\n<model/>\r\n");
    }

    @Test
    void movesEveryInstanceThatTheEngineDoesNotRefuse() {
        fake.deployed("one", "shipping", 1, 3, "")
                .deployed("two", "shipping", 2, 0, "")
                .answers("/process-instance", "[{\"id\": \"i1\"}, {\"id\": \"i2\"}, {\"id\": \"i3\"}]")
                .answers("/migration/generate", "{\"instructions\": []}")
                .answers("/migration/validate", "{\"instructionReports\": []}")
                .answers("/migration/execute", "{}")
                .refuses("/migration/execute", "\"i2\"", "Cannot migrate process instance 'i2'");
        List<Definition> versions = engine.definitions();

        Migration migration = Migration.run(
                engine, engine.plan(versions.get(1), versions.get(0)), engine.instances(versions.get(1), 100));

        assertThat(migration.moved()).isEqualTo(2);
        assertThat(migration.refused()).containsExactly(Map.entry("Cannot migrate process instance '…'", 1));
    }

    @Test
    void saysWhatTheEngineSays() {
        fake.refuses("/migration/generate", "", "no such definition");
        Definition none = new Definition("x", "shipping", 1, "Shipping", 0, 0);

        assertThatThrownBy(() -> engine.plan(none, none))
                .isInstanceOf(Refusal.class)
                .hasMessage("the engine refuses: no such definition (400). Next: ./orderflow status");
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
