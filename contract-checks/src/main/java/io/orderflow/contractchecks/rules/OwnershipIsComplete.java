package io.orderflow.contractchecks.rules;

import io.orderflow.contractchecks.catalogue.Catalogue;
import io.orderflow.contractchecks.catalogue.Event;
import io.orderflow.contractchecks.catalogue.Ownership;
import java.util.List;
import java.util.stream.Stream;

/** Somebody answers for every event, in business and in engineering, and says how it may be used. */
final class OwnershipIsComplete implements EventRule {

    private static final List<String> TEXTS = List.of(
            "eventType",
            "topic",
            "lifecycle",
            "ownerService",
            "businessOwner",
            "technicalOwner",
            "key",
            "retention",
            "payloadSchema",
            "compatibility",
            "dataClassification",
            "sideEffectWarning");
    private static final List<String> FLAGS = List.of("containsPII", "replaySafe");

    @Override
    public String code() {
        return "ownership_incomplete";
    }

    @Override
    public Stream<Finding> check(Event event, Catalogue catalogue) {
        Ownership ownership = event.ownership();
        if (ownership.content().isMissingNode()) {
            return Stream.empty();
        }
        Stream<Finding> texts = TEXTS.stream()
                .filter(field -> ownership.text(field).isEmpty())
                .map(field -> finding(ownership.file(), "/" + field, "is missing or empty", "Fill it in"));
        Stream<Finding> flags = FLAGS.stream()
                .filter(field -> !ownership.content().path(field).isBoolean())
                .map(field -> finding(ownership.file(), "/" + field, "is neither true nor false", "Decide it"));
        Stream<Finding> lists = Stream.of("consumers", "piiFields")
                .filter(field -> ownership.content().has(field)
                        ? !ownership.content().path(field).isArray()
                        : field.equals("consumers"))
                .map(field -> finding(ownership.file(), "/" + field, "is no list", "Write a list"));
        Stream<Finding> classification = choice(
                ownership, "dataClassification", ownership.dataClassification().isPresent(), "low, medium or high");
        Stream<Finding> lifecycle =
                choice(ownership, "lifecycle", ownership.lifecycle().isPresent(), "planned, live or deprecated");
        return Stream.of(texts, flags, lists, classification, lifecycle).flatMap(found -> found);
    }

    private Stream<Finding> choice(Ownership ownership, String field, boolean known, String choices) {
        return known || ownership.text(field).isEmpty()
                ? Stream.empty()
                : Stream.of(finding(
                        ownership.file(), "/" + field, "is '" + ownership.text(field) + "'", "Write " + choices));
    }
}
