package io.orderflow.cli.contracts;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.orderflow.cli.stack.Refusal;
import io.orderflow.contractchecks.catalogue.Catalogue;
import io.orderflow.contractchecks.catalogue.Event;
import io.orderflow.contractchecks.catalogue.EventVersion;
import io.orderflow.contractchecks.catalogue.SchemaDocument;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** One contract. */
@Command(
        name = "show",
        mixinStandardHelpOptions = true,
        description = "One event: fields, ownership, examples, changes. Also the schema behind a reference.",
        footer = {
            "Examples: ./orderflow contracts show OrderCaptured",
            "          ./orderflow contracts show schema://platform/envelope/1 --json"
        })
final class ShowCommand implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Mixin
    private final ContractsFolder folder = new ContractsFolder();

    @Parameters(
            paramLabel = "EVENT",
            description = "Its name, or a reference such as schema://oms.order.events/OrderCaptured/1.")
    private String wanted = "";

    @Option(names = "--json", description = "Schema, ownership, examples and changes as one JSON object.")
    private boolean json;

    @Override
    public Integer call() {
        Catalogue catalogue = folder.catalogue();
        PrintWriter out = spec.commandLine().getOut();
        Optional<Event> event = event(catalogue);
        if (event.isPresent()) {
            EventVersion version = version(event.get());
            if (json) {
                out.println(Json.pretty(asJson(event.get(), version)));
            } else {
                new ContractText(catalogue, out).print(event.get(), version);
            }
        } else {
            SchemaDocument document = catalogue.schema(wanted).orElseThrow(() -> unknown(catalogue));
            if (json) {
                out.println(Json.pretty(document.content()));
            } else {
                new ContractText(catalogue, out).print(document);
            }
        }
        out.flush();
        return 0;
    }

    private Optional<Event> event(Catalogue catalogue) {
        return catalogue.events().stream()
                .filter(event -> event.name().equalsIgnoreCase(wanted)
                        || event.versions().stream()
                                .anyMatch(version -> version.schema().id().equals(wanted)))
                .findFirst();
    }

    private EventVersion version(Event event) {
        return event.versions().stream()
                .filter(version -> version.schema().id().equals(wanted))
                .findFirst()
                .or(event::newest)
                .orElseThrow(() -> new Refusal(event.path() + " has no schema. Next: ./orderflow contracts check"));
    }

    private Refusal unknown(Catalogue catalogue) {
        String part = wanted.toLowerCase(Locale.ROOT);
        List<String> similar = catalogue.events().stream()
                .map(Event::name)
                .filter(name -> name.toLowerCase(Locale.ROOT).contains(part))
                .toList();
        return new Refusal("there is no contract " + wanted
                + (similar.isEmpty() ? "" : "; did you mean " + String.join(", ", similar) + "?")
                + "\nNext: ./orderflow contracts list");
    }

    private static ObjectNode asJson(Event event, EventVersion version) {
        ObjectNode contract = Json.MAPPER.createObjectNode();
        contract.put("eventType", event.name()).put("version", version.number());
        contract.put("schemaRef", version.schema().id());
        contract.set("ownership", event.ownership().content());
        contract.set("schema", version.schema().content());
        ObjectNode examples = contract.putObject("examples");
        version.minimal().ifPresent(example -> examples.set("minimal", example.value()));
        version.full().ifPresent(example -> examples.set("full", example.value()));
        return contract.put("changelog", event.changelog());
    }
}
