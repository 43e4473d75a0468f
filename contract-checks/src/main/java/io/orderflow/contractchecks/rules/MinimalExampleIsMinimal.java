package io.orderflow.contractchecks.rules;

import io.orderflow.contractchecks.catalogue.Catalogue;
import io.orderflow.contractchecks.catalogue.Event;
import io.orderflow.contractchecks.catalogue.EventVersion;
import java.util.stream.Stream;

/** The minimal example has what is required and nothing else, so that consumers are tested without the rest. */
final class MinimalExampleIsMinimal implements VersionRule {

    @Override
    public String code() {
        return "example_not_minimal";
    }

    @Override
    public Stream<Finding> check(Event event, EventVersion version, Catalogue catalogue) {
        return version.minimal().stream()
                .flatMap(example -> ExampleFields.of(version, example, catalogue.schemas()).stream()
                        .filter(field -> field.isPresent() && !field.isRequired())
                        .map(field -> finding(
                                example.file(),
                                field.pointer(),
                                "is not required",
                                "Leave it out of the minimal example")));
    }
}
