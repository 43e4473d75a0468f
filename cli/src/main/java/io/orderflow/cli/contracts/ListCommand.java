package io.orderflow.cli.contracts;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.orderflow.cli.text.Style;
import io.orderflow.cli.text.Table;
import io.orderflow.contractchecks.catalogue.Catalogue;
import io.orderflow.contractchecks.catalogue.Event;
import io.orderflow.contractchecks.catalogue.EventVersion;
import io.orderflow.contractchecks.catalogue.Ownership;
import io.orderflow.contractchecks.catalogue.RecordContract;
import java.io.PrintWriter;
import java.util.List;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** All events, topic by topic. */
@Command(
        name = "list",
        mixinStandardHelpOptions = true,
        description = "All events with version, owner, classification, lifecycle and consumers, topic by topic.")
final class ListCommand implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Mixin
    private final ContractsFolder folder = new ContractsFolder();

    @Option(names = "--json", description = "As a JSON array, one object for each event.")
    private boolean json;

    @Override
    public Integer call() {
        Catalogue catalogue = folder.catalogue();
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.println(Json.pretty(asJson(catalogue)));
        } else {
            print(catalogue, out);
        }
        out.flush();
        return 0;
    }

    private static void print(Catalogue catalogue, PrintWriter out) {
        Table table = new Table("  EVENT", "VERSION", "DATA", "LIFECYCLE", "CONSUMERS");
        String topic = "";
        for (Event event : catalogue.events()) {
            Ownership ownership = event.ownership();
            if (!ownership.topic().equals(topic)) {
                topic = ownership.topic();
                table.section(Style.bold(topic) + "  of " + ownership.ownerService());
            }
            table.row(
                    "  " + event.name(),
                    versions(event),
                    ownership.text("dataClassification"),
                    ownership.text("lifecycle"),
                    ownership.consumers().isEmpty() ? "-" : String.join(", ", ownership.consumers()));
        }
        table.print(out, "");
        out.println();
        out.printf(
                "%d events on %d topics, %d records (%s).%n",
                catalogue.events().size(),
                catalogue.events().stream()
                        .map(Event::topicFolder)
                        .collect(Collectors.toCollection(TreeSet::new))
                        .size(),
                catalogue.records().size(),
                catalogue.records().stream().map(RecordContract::name).collect(Collectors.joining(", ")));
        out.println("Next: ./orderflow contracts show OrderCaptured");
    }

    private static String versions(Event event) {
        return event.versions().stream()
                .map(EventVersion::number)
                .map(Object::toString)
                .collect(Collectors.joining(", "));
    }

    private static ArrayNode asJson(Catalogue catalogue) {
        ArrayNode events = Json.MAPPER.createArrayNode();
        for (Event event : catalogue.events()) {
            Ownership ownership = event.ownership();
            List<Integer> versions =
                    event.versions().stream().map(EventVersion::number).toList();
            ObjectNode row = events.addObject()
                    .put("eventType", event.name())
                    .put("topic", ownership.topic())
                    .put("ownerService", ownership.ownerService())
                    .put("dataClassification", ownership.text("dataClassification"))
                    .put("lifecycle", ownership.text("lifecycle"))
                    .put("schemaRef", ownership.payloadSchema());
            row.set("versions", Json.MAPPER.<JsonNode>valueToTree(versions));
            row.set("consumers", Json.MAPPER.<JsonNode>valueToTree(ownership.consumers()));
        }
        return events;
    }
}
