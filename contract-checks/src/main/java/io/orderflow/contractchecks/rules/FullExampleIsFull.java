package io.orderflow.contractchecks.rules;

import io.orderflow.contractchecks.catalogue.Catalogue;
import io.orderflow.contractchecks.catalogue.Event;
import io.orderflow.contractchecks.catalogue.EventVersion;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The full example shows every field that there is. */
final class FullExampleIsFull implements VersionRule {

    @Override
    public String code() {
        return "example_not_full";
    }

    @Override
    public Stream<Finding> check(Event event, EventVersion version, Catalogue catalogue) {
        return version.full().stream().flatMap(example -> ExampleFields.of(version, example, catalogue.schemas())
                .stream()
                .collect(Collectors.groupingBy(ExampleFields.Occurrence::pattern))
                .entrySet()
                .stream()
                .filter(field -> field.getValue().stream().noneMatch(ExampleFields.Occurrence::isPresent))
                .map(field -> finding(example.file(), field.getKey(), "is missing", "Show it in the full example")));
    }
}
