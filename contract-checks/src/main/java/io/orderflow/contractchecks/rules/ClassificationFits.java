package io.orderflow.contractchecks.rules;

import io.orderflow.contractchecks.catalogue.Catalogue;
import io.orderflow.contractchecks.catalogue.Event;
import io.orderflow.contractchecks.catalogue.Field;
import io.orderflow.contractchecks.catalogue.Ownership;
import io.orderflow.contractchecks.catalogue.ResolvedSchema;
import io.orderflow.contractchecks.catalogue.Sensitivity;
import java.util.Optional;
import java.util.stream.Stream;

/** An event is as sensitive as what is in it and never more than its topic: prices are high, personal data at least medium. */
final class ClassificationFits implements EventRule {

    @Override
    public String code() {
        return "classification_disagrees";
    }

    @Override
    public Stream<Finding> check(Event event, Catalogue catalogue) {
        Ownership ownership = event.ownership();
        Optional<Sensitivity> own = ownership.dataClassification();
        if (own.isEmpty()) {
            return Stream.empty();
        }
        Stream<Finding> aboveTopic = catalogue.topics().find(ownership.topic()).stream()
                .flatMap(topic -> topic.dataClassification().stream())
                .filter(topic -> own.get().compareTo(topic) > 0)
                .map(topic -> found(
                        ownership,
                        "is " + own.get().label() + ", above its topic's " + topic.label(),
                        "Raise the topic's classification, with the rights to read it"));
        Sensitivity least = least(event, catalogue);
        Stream<Finding> belowContent = own.get().compareTo(least) < 0
                ? Stream.of(found(
                        ownership,
                        "is " + own.get().label() + ", and its content is " + least.label(),
                        "Write " + least.label() + ", or leave prices and personal data out"))
                : Stream.empty();
        return Stream.concat(aboveTopic, belowContent);
    }

    private static Sensitivity least(Event event, Catalogue catalogue) {
        boolean commercial = event.versions().stream()
                .flatMap(version -> Field.ofPayload(version, catalogue.schemas()).stream())
                .anyMatch(field -> isMoney(field.schema()));
        if (commercial) {
            return Sensitivity.HIGH;
        }
        return event.ownership().containsPii() ? Sensitivity.MEDIUM : Sensitivity.LOW;
    }

    private static boolean isMoney(ResolvedSchema schema) {
        return schema.values("$ref").anyMatch(reference -> reference.asText().endsWith("#/$defs/money"));
    }

    private Finding found(Ownership ownership, String message, String fix) {
        return finding(ownership.file(), "/dataClassification", message, fix);
    }
}
