package io.orderflow.contractchecks.rules;

import io.orderflow.contractchecks.catalogue.Catalogue;
import io.orderflow.contractchecks.catalogue.Event;
import io.orderflow.contractchecks.catalogue.EventVersion;
import java.util.stream.Stream;

/** An event comes with schema, two examples, ownership record and change log. */
final class MissingFiles implements EventRule {

    @Override
    public String code() {
        return "missing_file";
    }

    @Override
    public Stream<Finding> check(Event event, Catalogue catalogue) {
        Stream<String> always = Stream.of("ownership.yaml", "CHANGELOG.md");
        Stream<String> schema = event.versions().isEmpty() ? Stream.of("v1.schema.json") : Stream.empty();
        Stream<String> examples = event.versions().stream().flatMap(version -> Stream.of("minimal", "full")
                .map(which -> EventVersion.exampleFile(which, version.number())));
        return Stream.of(always, schema, examples)
                .flatMap(names -> names)
                .filter(name -> !event.files().contains(name))
                .map(name -> finding(
                        event.file(name), "", "is missing", "Add it; another event of the topic shows how it looks"));
    }
}
