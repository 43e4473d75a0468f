package io.orderflow.cli.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** On a copy of the contracts of this tree. */
class ContractsCommandTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String SCHEMA = "events/oms.order.events/OrderCompleted/v1.schema.json";
    private static final String LOG = "events/oms.order.events/OrderCompleted/CHANGELOG.md";

    @TempDir
    Path contracts;

    private final StringWriter output = new StringWriter();

    @BeforeEach
    void copy() throws IOException {
        Path original = Path.of("..", "contracts");
        try (Stream<Path> files = Files.walk(original)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path name = original.relativize(file);
                if (!name.startsWith("target") && !name.startsWith("src")) {
                    Files.createDirectories(contracts.resolve(name).getParent());
                    Files.copy(file, contracts.resolve(name));
                }
            }
        }
    }

    @Test
    void listsEvents() throws IOException {
        assertThat(run("list")).isZero();
        assertThat(output.toString())
                .contains("oms.order.events.v1  of order-service")
                .containsPattern("OrderCaptured +1 +high +live +orchestration-service, ");

        JsonNode events = json("list", "--json");
        assertThat(events).hasSize(31);
        assertThat(events).anySatisfy(event -> {
            assertThat(event.path("eventType").asText()).isEqualTo("OrderCaptured");
            assertThat(event.path("topic").asText()).isEqualTo("oms.order.events.v1");
            assertThat(event.path("ownerService").asText()).isEqualTo("order-service");
            assertThat(event.path("dataClassification").asText()).isEqualTo("high");
            assertThat(event.path("lifecycle").asText()).isEqualTo("live");
            assertThat(event.path("versions")).hasSize(1);
            assertThat(event.path("consumers")).extracting(JsonNode::asText).contains("audit-service");
        });
    }

    @Test
    void showsAnEventByNameAndByReference() throws IOException {
        assertThat(run("show", "ordercompleted")).isZero();
        assertThat(output.toString())
                .contains("OrderCompleted v1", "technicalOwner", "Minimal example", "Full example", "First version.")
                .containsPattern("lines/\\*/outcome +COMPLETED \\| WAIVED +yes +COMPLETED: Fulfilled")
                .containsPattern("totals/oneTimeTotal +money +yes")
                .containsPattern("lines +list 1 to 10000 +yes");

        JsonNode shown = json("show", "schema://oms.order.events/OrderCompleted/1", "--json");
        assertThat(shown.at("/schema/$id").asText()).isEqualTo("schema://oms.order.events/OrderCompleted/1");
        assertThat(shown.at("/ownership/ownerService").asText()).isEqualTo("order-service");
        assertThat(shown.at("/examples/full/eventType").asText()).isEqualTo("OrderCompleted");
    }

    @Test
    void showsWhatIsNoEvent() throws IOException {
        assertThat(run("show", "schema://platform/dead-letter/1")).isZero();
        assertThat(output.toString()).contains("Dead letter", "originalRecord/encoding", "\"schema_invalid\"");
        assertThat(json("show", "schema://platform/envelope/1", "--json")
                        .path("title")
                        .asText())
                .isEqualTo("Event envelope");
    }

    @Test
    void suggestsWhatMayBeMeant() {
        assertThat(run("show", "LineFailed")).isEqualTo(1);
        assertThat(output.toString()).contains("did you mean OrderLineFailed?", "Next: ./orderflow contracts list");
    }

    @Test
    void findsNothingInTheseContracts() throws IOException {
        assertThat(run("check")).isZero();
        assertThat(output.toString()).startsWith("Nothing found: 31 events").contains("compared with release");
        assertThat(json("check", "--json")).isEmpty();
    }

    @Test
    void tellsWhatIsWrongAndWhatToDo() throws IOException {
        change(SCHEMA, "\"required\":[\"orderId\",", "\"required\":[");

        assertThat(run("check")).isEqualTo(1);
        assertThat(output.toString())
                .contains(SCHEMA, "[key_not_in_payload]", "[incompatible_change]")
                .contains("/payload/orderId field made optional since")
                .contains("(was required): breaking", "Keep it required, or publish a new version");
        assertThat(json("check", "--json"))
                .extracting(finding -> finding.path("code").asText())
                .contains("key_not_in_payload", "incompatible_change");
    }

    @Test
    void asksForALineAndTakesIt() throws IOException {
        change(SCHEMA, "[\"COMPLETED\",\"WAIVED\"]", "[\"COMPLETED\",\"WAIVED\",\"LOST\"]");
        change(SCHEMA, "\"COMPLETED\":\"Fulfilled\",", "\"COMPLETED\":\"Fulfilled\",\"LOST\":\"Nobody knows\",");

        assertThat(run("diff")).isZero();
        assertThat(output.toString())
                .contains(
                        "OrderCompleted /payload/lines/*/outcome  enum value added: LOST", "risky, to be acknowledged")
                .contains("new consumer, old producer: compatible", "old consumer, new producer: risky");
        assertThat(run("check")).isEqualTo(1);
        assertThat(run("release", "99.0.0")).isEqualTo(1);

        change(LOG, "- First version.", "- First version.\n- /payload/lines/*/outcome may be LOST.");
        assertThat(json("diff", "OrderCompleted", "--json"))
                .extracting(difference -> difference.path("status").asText())
                .contains("ACKNOWLEDGED");
        assertThat(run("check")).isZero();
    }

    @Test
    void comparesWithAnOlderSchema() throws IOException {
        Path older = Files.copy(contracts.resolve(SCHEMA), contracts.resolve("older.json"));
        change(SCHEMA, "\"$ref\":\"schema://platform/envelope/1#/$defs/totals\"", "\"type\":\"string\"");

        assertThat(run("diff", "OrderCompleted", "--from", older.toString())).isEqualTo(1);
        assertThat(output.toString()).contains("/payload/totals", "type changed", "breaking, refused");
        assertThat(run("diff", "OrderCancelled", "--from", older.toString())).isEqualTo(1);
        assertThat(output.toString()).contains("no version of OrderCancelled");
        assertThat(run("diff", "--from", older.toString())).isEqualTo(1);
    }

    @Test
    void releases() throws IOException {
        change(
                SCHEMA,
                "\"required\":[\"orderLineId\",\"outcome\"],",
                "\"required\":[\"orderLineId\",\"outcome\"],\"x-a\":1,");
        assertThat(run("release", "99.0.0")).isZero();
        assertThat(output.toString()).contains("Released 99.0.0: 31 events");
        assertThat(run("release", "99.0.0")).isEqualTo(1);
        assertThat(output.toString()).contains("not released: 99.0.0 is not above 99.0.0");
        assertThat(run("diff")).isZero();
        assertThat(output.toString()).contains("Nothing has changed since release 99.0.0.");
    }

    @Test
    void refusesAFolderWithoutCatalogue() {
        assertThat(execute(
                        List.of("check", "--contracts", contracts.resolve("src").toString())))
                .isEqualTo(1);
        assertThat(output.toString()).contains("No catalogue in");
    }

    private JsonNode json(String... arguments) throws IOException {
        output.getBuffer().setLength(0);
        run(arguments);
        return JSON.readTree(output.toString());
    }

    /** JSON is compared and written without white space. */
    private void change(String file, String old, String text) throws IOException {
        Path path = contracts.resolve(file);
        String content = file.endsWith(".json") ? JSON.readTree(path.toFile()).toString() : Files.readString(path);
        assertThat(content).contains(old);
        Files.writeString(path, content.replace(old, text));
    }

    private int run(String... arguments) {
        List<String> all = new ArrayList<>(List.of(arguments));
        all.addAll(List.of("--contracts", contracts.toString()));
        return execute(all);
    }

    private int execute(List<String> arguments) {
        CommandLine commandLine = new CommandLine(new ContractsCommand());
        commandLine.setOut(new PrintWriter(output, true)).setErr(new PrintWriter(output, true));
        commandLine.setExecutionExceptionHandler((exception, command, parsed) -> {
            command.getErr().println(exception.getMessage());
            return 1;
        });
        return commandLine.execute(arguments.toArray(String[]::new));
    }
}
