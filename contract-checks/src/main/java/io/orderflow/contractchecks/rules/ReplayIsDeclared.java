package io.orderflow.contractchecks.rules;

import io.orderflow.contractchecks.catalogue.Catalogue;
import io.orderflow.contractchecks.catalogue.Event;
import io.orderflow.contractchecks.catalogue.Ownership;
import java.util.stream.Stream;

/** Whoever replays an event knows what happens then: an event that is not safe to replay says why. */
final class ReplayIsDeclared implements EventRule {

    @Override
    public String code() {
        return "replay_undeclared";
    }

    @Override
    public Stream<Finding> check(Event event, Catalogue catalogue) {
        Ownership ownership = event.ownership();
        boolean unexplained = ownership.content().path("replaySafe").isBoolean()
                && !ownership.replaySafe()
                && (ownership.sideEffectWarning().isEmpty()
                        || ownership.sideEffectWarning().equals("none"));
        return unexplained
                ? Stream.of(finding(
                        ownership.file(),
                        "/sideEffectWarning",
                        "the event is not safe to replay, and nobody says why",
                        "Name the side effect and what consumers dedupe by"))
                : Stream.empty();
    }
}
