package io.orderflow.contractchecks.rules;

import com.fasterxml.jackson.databind.JsonNode;
import io.orderflow.contractchecks.catalogue.EventVersion;
import io.orderflow.contractchecks.catalogue.Example;
import io.orderflow.contractchecks.catalogue.ResolvedSchema;
import io.orderflow.contractchecks.catalogue.Schemas;
import java.util.ArrayList;
import java.util.List;

/** Lays an example beside its schema, field by field. */
final class ExampleFields {

    private final List<Occurrence> found = new ArrayList<>();

    /**
     * A field that the schema knows, in an object that the example has.
     *
     * @param pointer in the example
     * @param pattern the same with {@code *} for each element of an array
     */
    record Occurrence(String pointer, String pattern, boolean isRequired, boolean isPresent) {}

    private ExampleFields() {}

    static List<Occurrence> of(EventVersion version, Example example, Schemas schemas) {
        ExampleFields fields = new ExampleFields();
        fields.visit(ResolvedSchema.of(version.schema().content(), schemas), example.value(), "", "");
        return fields.found;
    }

    private void visit(ResolvedSchema schema, JsonNode value, String pointer, String pattern) {
        if (value.isObject()) {
            schema.properties().forEach((name, property) -> {
                String below = pointer + "/" + name;
                String same = pattern + "/" + name;
                found.add(new Occurrence(below, same, schema.required().contains(name), value.has(name)));
                visit(property, value.path(name), below, same);
            });
        }
        if (value.isArray()) {
            schema.items().ifPresent(items -> {
                for (int i = 0; i < value.size(); i++) {
                    visit(items, value.get(i), pointer + "/" + i, pattern + "/*");
                }
            });
        }
    }
}
