package io.orderflow.contractchecks.rules;

import io.orderflow.contractchecks.catalogue.Catalogue;
import io.orderflow.contractchecks.catalogue.Event;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** An event is named as a fact: what happened, in the past tense. */
final class NameIsAFact implements EventRule {

    private static final Pattern UPPER_CAMEL = Pattern.compile("[A-Z][A-Za-z]{2,79}");

    @Override
    public String code() {
        return "name_not_a_fact";
    }

    @Override
    public Stream<Finding> check(Event event, Catalogue catalogue) {
        boolean good = UPPER_CAMEL.matcher(event.name()).matches() && PastTense.isFact(event.name());
        return good
                ? Stream.empty()
                : Stream.of(finding(
                        event.path(),
                        "",
                        event.name() + " is no fact in the past tense",
                        "Say what its owner has already committed, subject first: QuoteSubmitted, not SubmitQuote"));
    }
}
