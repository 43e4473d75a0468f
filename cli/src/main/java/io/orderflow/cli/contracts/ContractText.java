package io.orderflow.cli.contracts;

import com.fasterxml.jackson.databind.JsonNode;
import io.orderflow.cli.text.Style;
import io.orderflow.cli.text.Table;
import io.orderflow.contractchecks.catalogue.Catalogue;
import io.orderflow.contractchecks.catalogue.Event;
import io.orderflow.contractchecks.catalogue.EventVersion;
import io.orderflow.contractchecks.catalogue.Example;
import io.orderflow.contractchecks.catalogue.Field;
import io.orderflow.contractchecks.catalogue.ResolvedSchema;
import io.orderflow.contractchecks.catalogue.SchemaDocument;
import java.io.PrintWriter;
import java.util.List;
import java.util.Map;

/** A contract for reading. */
final class ContractText {

    private final Catalogue catalogue;
    private final PrintWriter out;

    ContractText(Catalogue catalogue, PrintWriter out) {
        this.catalogue = catalogue;
        this.out = out;
    }

    void print(Event event, EventVersion version) {
        head(version.schema(), event.name() + " v" + version.number());
        event.ownership().content().properties().forEach(this::property);
        out.println();
        out.println(Style.bold("Payload"));
        fields(Field.ofPayload(version, catalogue.schemas()), "/payload/");
        version.minimal().ifPresent(example -> example("Minimal example", example));
        version.full().ifPresent(example -> example("Full example", example));
        out.println();
        out.println(Style.bold("Changes") + "  " + Style.faint(event.file("CHANGELOG.md")));
        event.changelog().lines().skip(1).filter(line -> !line.isBlank()).forEach(line -> out.println("  " + line));
    }

    /** A schema that is no event's: the envelope or a record. */
    void print(SchemaDocument document) {
        head(document, document.title());
        out.println();
        out.println(Style.bold("Fields"));
        fields(Field.below(ResolvedSchema.of(document.content(), catalogue.schemas()), ""), "/");
        catalogue.records().stream()
                .filter(contract -> contract.schema().equals(document))
                .flatMap(contract -> contract.example().stream())
                .forEach(example -> example("Example", example));
    }

    private void head(SchemaDocument document, String name) {
        out.println(Style.bold(name) + "  " + Style.faint(document.id()));
        Table.wrap(document.description(), 100).forEach(line -> out.println("  " + line));
        out.println();
    }

    private void property(Map.Entry<String, JsonNode> property) {
        JsonNode value = property.getValue();
        String text = value.isArray()
                ? String.join(", ", value.valueStream().map(JsonNode::asText).toList())
                : value.asText();
        out.printf("  %-18s %s%n", property.getKey(), text.isEmpty() ? "-" : text);
    }

    private void fields(List<Field> fields, String root) {
        Table table = new Table("FIELD", "TYPE", "REQUIRED", "MEANING");
        for (Field field : fields) {
            boolean element = field.name().equals("*");
            // An element that is described by its own fields needs no row of its own.
            if (!element || field.schema().properties().isEmpty()) {
                table.row(
                        field.pointer().substring(root.length()),
                        TypeText.of(field.schema()),
                        element ? "" : field.required() ? "yes" : "no",
                        meaning(field.schema()));
            }
        }
        table.print(out, "  ");
    }

    private static String meaning(ResolvedSchema schema) {
        JsonNode meaning = schema.first("x-meaning");
        if (meaning.isTextual()) {
            return meaning.asText();
        }
        if (meaning.isObject()) {
            return String.join(
                    "; ",
                    meaning.properties().stream()
                            .map(value ->
                                    value.getKey() + ": " + value.getValue().asText())
                            .toList());
        }
        return schema.first("description").asText();
    }

    private void example(String title, Example example) {
        out.println();
        out.println(Style.bold(title) + "  " + Style.faint(example.file()));
        Json.pretty(example.value()).lines().forEach(line -> out.println("  " + line));
    }
}
