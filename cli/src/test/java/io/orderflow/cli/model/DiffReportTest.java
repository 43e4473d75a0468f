package io.orderflow.cli.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.orderflow.cli.stack.Refusal;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DiffReportTest {

    @TempDir
    Path directory;

    private final FakeEngine fake = new FakeEngine();
    private final Deployed deployed = new Deployed(fake::engine);
    private String older = "";
    private String newer = "";

    @BeforeEach
    void models() throws IOException {
        try (var file = DiffReportTest.class.getResourceAsStream("/models/shipping.bpmn")) {
            older = new String(Objects.requireNonNull(file).readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        }
        newer = older.replace("ParcelPickedUp:${parcel}", "ParcelPickedUp").replace("\"Inspect\"", "\"Check\"");
    }

    @AfterEach
    void stop() {
        fake.close();
    }

    @Test
    void countsWhoStandsOnWhatChangedAndAsksTheEngineWhetherTheyCanMove() {
        twoVersions();

        DiffReport report = DiffReport.of("shipping:1", "shipping:latest", deployed);

        assertThat(text(report))
                .contains("shipping:1  →  shipping:2")
                .containsPattern("AwaitPickup +v1: 6 +receive task \"Await pickup\": message changed")
                .containsPattern("Inspect +v1: 2 +user task .* removed")
                .containsPattern("Check +- +user task .* added")
                .contains("shipping:1: 3 running. Not all can be migrated.")
                .containsPattern("AwaitPickup +6 +stays where it is")
                .containsPattern("Inspect +2 +no counterpart: ends under its version")
                .doesNotContain("model migrate");
        JsonNode json = DiffJson.of(report);
        assertThat(json.at("/olderVersions/0/migratable").asBoolean(true)).isFalse();
        assertThat(json.at("/olderVersions/0/targets/AwaitPickup").asText()).isEqualTo("AwaitPickup");
        assertThat(json.at("/olderVersions/0/targets/Inspect").isNull()).isTrue();
        assertThat(fake.requests).anyMatch(request -> request.contains("\"updateEventTriggers\":true"));
    }

    @Test
    void namesTheCommandWhereEverybodyCanMove() {
        twoVersions();
        fake.answers("/process-definition/one/statistics", "[{\"id\": \"AwaitPickup\", \"instances\": 6}]");

        assertThat(text(DiffReport.of("shipping:1", "shipping:2", deployed)))
                .contains("Can be migrated from where they stand.")
                .contains("Who they are: Cockpit, Processes, Shipping, version 1.")
                .contains("./orderflow model migrate shipping:1 shipping:2");
    }

    @Test
    void tellsWhatTheEngineHoldsAgainstThePlan() {
        twoVersions();
        fake.answers("/process-definition/one/statistics", "[{\"id\": \"AwaitPickup\", \"instances\": 6}]");
        fake.answers("/migration/validate", "{\"instructionReports\": [{\"failures\": [\"wrong type\"]}]}");

        assertThat(text(DiffReport.of("shipping:1", "shipping:2", deployed)))
                .contains("Not all can be migrated.", "The engine says: wrong type")
                .doesNotContain("model migrate");
    }

    @Test
    void comparesAFileThatIsNotDeployedAndSaysWhatToDoNext() throws IOException {
        fake.deployed("one", "shipping", 1, 3, older);
        fake.answers("/process-definition/one/statistics", "[{\"id\": \"AwaitPickup\", \"instances\": 6}]");
        Path file = Files.writeString(directory.resolve("new.bpmn"), newer);

        assertThat(text(DiffReport.of("shipping:latest", file.toString(), deployed)))
                .containsPattern("AwaitPickup +v1: 6")
                .contains("told by the engine once the new model is deployed")
                .contains("Next: ./orderflow model deploy " + file);
    }

    @Test
    void knowsAFileAgainThatIsDeployed() throws IOException {
        twoVersions();
        Path file = Files.writeString(directory.resolve("new.bpmn"), newer);

        assertThat(text(DiffReport.of("shipping:1", file.toString(), deployed)))
                .contains(file + " (deployed as shipping:2)")
                .contains("shipping:1: 3 running");
    }

    @Test
    void leavesTheInstancesOutWhereNoStackIsUp() throws IOException {
        Path one = Files.writeString(directory.resolve("old.bpmn"), older);
        Path two = Files.writeString(directory.resolve("new.bpmn"), newer);
        Deployed none = new Deployed(() -> {
            throw new Refusal("the stack is not up. Next: ./orderflow up");
        });

        DiffReport report = DiffReport.of(one.toString(), two.toString(), none);

        assertThat(text(report))
                .doesNotContain("STANDING")
                .contains("Who stands where is not known: the stack is not up. Next: ./orderflow up");
        assertThat(DiffJson.of(report).has("olderVersions")).isFalse();
        assertThatThrownBy(() -> DiffReport.of("shipping:1", two.toString(), none))
                .hasMessageContaining("the stack is not up");
    }

    @Test
    void refusesWhatIsNotThere() {
        twoVersions();

        assertThatThrownBy(() -> DiffReport.of("shipping:9", "shipping:2", deployed))
                .hasMessage("shipping:9 is not deployed. Next: ./orderflow model list");
        assertThatThrownBy(() -> DiffReport.of("nowhere.bpmn", "shipping:2", deployed))
                .hasMessageStartingWith("cannot read nowhere.bpmn");
    }

    private void twoVersions() {
        fake.deployed("one", "shipping", 1, 3, older)
                .deployed("two", "shipping", 2, 0, newer)
                .answers(
                        "/process-definition/one/statistics",
                        """
                        [{"id": "AwaitPickup", "instances": 6}, {"id": "Parcel#multiInstanceBody", "instances": 2},
                         {"id": "Inspect", "instances": 2}]
                        """)
                .answers(
                        "/migration/generate",
                        """
                        {"sourceProcessDefinitionId": "one", "targetProcessDefinitionId": "two", "instructions": [
                         {"sourceActivityIds": ["AwaitPickup"], "targetActivityIds": ["AwaitPickup"]}]}
                        """)
                .answers("/migration/validate", "{\"instructionReports\": []}");
    }

    private static String text(DiffReport report) {
        StringWriter text = new StringWriter();
        new DiffText(report, new PrintWriter(text)).print();
        return text.toString();
    }
}
