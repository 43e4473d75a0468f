package io.orderflow.contractchecks.rules;

import io.orderflow.contractchecks.catalogue.Catalogue;
import io.orderflow.contractchecks.catalogue.Event;
import io.orderflow.contractchecks.catalogue.Lifecycle;
import io.orderflow.contractchecks.catalogue.Ownership;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** A deprecated event says since when, what comes instead, and when it goes. */
final class DeprecationIsPlanned implements EventRule {

    private static final String CHANGELOG_WORD = "deprecated";

    @Override
    public String code() {
        return "deprecation_incomplete";
    }

    @Override
    public Stream<Finding> check(Event event, Catalogue catalogue) {
        Ownership ownership = event.ownership();
        boolean deprecated =
                ownership.lifecycle().filter(Lifecycle.DEPRECATED::equals).isPresent();
        if (!deprecated) {
            return Stream.of("deprecatedSince", "replacedBy", "removeAfter")
                    .filter(field -> !ownership.text(field).isEmpty())
                    .map(field -> finding(
                            ownership.file(),
                            "/" + field,
                            "is there, but the event is not deprecated",
                            "Write lifecycle: deprecated"));
        }
        Optional<LocalDate> since = date(ownership, "deprecatedSince");
        Optional<LocalDate> until = date(ownership, "removeAfter");
        Stream<Finding> dates = Stream.of(Map.entry("deprecatedSince", since), Map.entry("removeAfter", until))
                .filter(field -> field.getValue().isEmpty())
                .map(field -> finding(
                        ownership.file(), "/" + field.getKey(), "is no date", "Write a date such as 2027-01-31"));
        Stream<Finding> order = since.isPresent()
                        && until.isPresent()
                        && !until.get().isAfter(since.get())
                ? Stream.of(finding(
                        ownership.file(), "/removeAfter", "is not after deprecatedSince", "Give consumers time"))
                : Stream.empty();
        String replacement = ownership.text("replacedBy");
        Stream<Finding> instead =
                replacement.isEmpty() && ownership.text("deprecationReason").isEmpty()
                        ? Stream.of(finding(
                                ownership.file(),
                                "/replacedBy",
                                "nothing comes instead, and nobody says why",
                                "Add replacedBy or deprecationReason"))
                        : Stream.empty();
        Stream<Finding> unknown =
                !replacement.isEmpty() && catalogue.event(replacement).isEmpty()
                        ? Stream.of(finding(
                                ownership.file(),
                                "/replacedBy",
                                replacement + " is not in the catalogue",
                                "Name an event that is"))
                        : Stream.empty();
        Stream<Finding> told = event.changelog().isEmpty()
                        || event.changelog().toLowerCase(Locale.ROOT).contains(CHANGELOG_WORD)
                ? Stream.empty()
                : Stream.of(finding(
                        event.file("CHANGELOG.md"),
                        "",
                        "does not tell that the event is deprecated",
                        "Add a line that does"));
        return Stream.of(dates, order, instead, unknown, told).flatMap(found -> found);
    }

    private static Optional<LocalDate> date(Ownership ownership, String field) {
        try {
            return Optional.of(LocalDate.parse(ownership.text(field)));
        } catch (DateTimeParseException none) {
            return Optional.empty();
        }
    }
}
