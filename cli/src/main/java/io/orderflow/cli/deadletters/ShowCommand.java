package io.orderflow.cli.deadletters;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.orderflow.cli.stack.Refusal;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "show",
        mixinStandardHelpOptions = true,
        description = "One dead letter: every attempt, the record as it was, what operators did about it.")
final class ShowCommand implements Callable<Integer> {

    private static final ObjectMapper JSON = new ObjectMapper();

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Parameters(paramLabel = "ID", description = "As in ./orderflow dead-letters list")
    @SuppressWarnings("NullAway.Init")
    private String id;

    @Option(names = "--json", description = "As the service says it.")
    private boolean json;

    @Option(names = "--value", description = "Only the record's value, to be corrected in a file.")
    private boolean value;

    @Override
    public Integer call() throws InterruptedException {
        JsonNode whole = Services.ofRunningStack()
                .find(id)
                .orElseThrow(
                        () -> new Refusal("there is no dead letter " + id + ". Next: ./orderflow dead-letters list"))
                .body();
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.println(whole.toPrettyString());
        } else if (value) {
            out.println(pretty(whole.path("value").asText()));
        } else {
            print(whole, out);
        }
        return 0;
    }

    private static void print(JsonNode whole, PrintWriter out) {
        JsonNode letter = whole.path("letter");
        line(
                out,
                "dead letter",
                letter.path("id").asText() + "  " + letter.path("state").asText());
        line(out, "group", letter.path("consumerGroup").asText());
        line(
                out,
                "source",
                "%s partition %s offset %s"
                        .formatted(
                                letter.path("topic").asText(),
                                letter.path("partition").asText(),
                                letter.path("offset").asText()));
        line(
                out,
                "event",
                "%s %s"
                        .formatted(
                                letter.path("eventType").asText("unreadable"),
                                letter.path("eventId").asText("")));
        line(
                out,
                "about",
                "%s version %s"
                        .formatted(
                                letter.path("aggregate").asText("unknown"),
                                letter.path("aggregateVersion").asText("unknown")));
        line(
                out,
                "why",
                letter.path("failureClass").asText() + " / "
                        + letter.path("code").asText());
        line(out, "", letter.path("reason").asText());
        out.println();
        out.println("attempts");
        whole.path("attempts")
                .forEach(attempt -> out.printf(
                        "  %s  %-24s %s%n",
                        attempt.path("at").asText(),
                        attempt.path("errorClass").asText(),
                        Printable.of(attempt.path("errorMessage").asText())));
        out.println("decisions");
        whole.path("decisions")
                .forEach(decision -> out.printf(
                        "  %s  %s by %s: %s%s  (%s)%n",
                        decision.path("at").asText(),
                        decision.path("action").asText(),
                        decision.path("actor").asText(),
                        decision.path("result").asText(),
                        decision.path("detail").isNull()
                                ? ""
                                : " " + Printable.of(decision.path("detail").asText()),
                        Printable.of(decision.path("reason").asText())));
        out.println("record");
        out.println("  key      " + Printable.of(whole.path("key").asText()));
        out.println("  value    " + whole.path("encoding").asText());
        out.println(pretty(whole.path("value").asText()).indent(4).stripTrailing());
        if (letter.path("state").asText().equals("OPEN")) {
            String own = letter.path("id").asText();
            out.println();
            out.println(
                    "Next, once the cause is repaired: ./orderflow dead-letters redrive " + own + " --reason \"...\"");
            out.println("or, if the record is what is broken: ./orderflow dead-letters show " + own
                    + " --value > value.json, mend it, and add --value value.json to redrive");
        }
    }

    private static void line(PrintWriter out, String name, String text) {
        out.printf("%-12s %s%n", name, Printable.of(text));
    }

    private static String pretty(String value) {
        try {
            return JSON.readTree(value).toPrettyString();
        } catch (JsonProcessingException notJson) {
            return Printable.of(value);
        }
    }
}
