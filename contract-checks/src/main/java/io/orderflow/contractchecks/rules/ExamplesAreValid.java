package io.orderflow.contractchecks.rules;

import com.networknt.schema.SchemaException;
import io.orderflow.contractchecks.catalogue.Catalogue;
import io.orderflow.contractchecks.catalogue.Example;
import io.orderflow.contractchecks.catalogue.SchemaDocument;
import io.orderflow.contractchecks.catalogue.Schemas;
import java.util.stream.Stream;

/** An example keeps to its schema. */
final class ExamplesAreValid implements Rule {

    private static final String FIX = "Mend the example, or the schema if the example is right";

    @Override
    public String code() {
        return "example_invalid";
    }

    @Override
    public Stream<Finding> check(Catalogue catalogue) {
        Stream<Finding> events = catalogue.events().stream()
                .flatMap(event -> event.versions().stream())
                .flatMap(version -> version.examples()
                        .flatMap(example -> violations(example, version.schema(), catalogue.schemas())));
        Stream<Finding> records = catalogue.records().stream().flatMap(contract -> contract.example()
                .map(example -> violations(example, contract.schema(), catalogue.schemas()))
                .orElseGet(() -> Stream.of(finding(
                        contract.schema().file(),
                        "",
                        "has no example",
                        "Add records/examples/%s.v%d.json".formatted(contract.name(), contract.version())))));
        return Stream.concat(events, records);
    }

    private Stream<Finding> violations(Example example, SchemaDocument schema, Schemas schemas) {
        if (schemas.find(schema.id()).filter(schema::equals).isEmpty()) {
            return Stream.empty();
        }
        try {
            return schemas.violations(schema.id(), example.value()).stream()
                    .map(violation -> finding(example.file(), violation.pointer(), violation.message(), FIX));
        } catch (SchemaException broken) {
            return Stream.of(finding(
                    schema.file(), "", "cannot be used to validate: " + broken.getMessage(), "Mend the schema"));
        }
    }
}
