package io.orderflow.contractchecks.rules;

import io.orderflow.contractchecks.catalogue.Catalogue;
import io.orderflow.contractchecks.catalogue.Event;
import io.orderflow.contractchecks.catalogue.Ownership;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The event is kept as long as its owner promises: what the record says in days is what the topic is set to. */
final class RetentionAgrees implements EventRule {

    private static final Pattern DAYS = Pattern.compile("([1-9][0-9]*) days?( .*)?");
    private static final long MILLIS_PER_DAY = 86_400_000;

    @Override
    public String code() {
        return "retention_disagrees";
    }

    @Override
    public Stream<Finding> check(Event event, Catalogue catalogue) {
        Ownership ownership = event.ownership();
        return catalogue.topics().find(ownership.topic()).stream()
                .filter(topic -> !ownership.retention().isEmpty())
                .map(topic -> topic.sizes("production").path("retentionMs").asLong())
                .filter(millis -> millis != promised(ownership.retention()))
                .map(millis -> finding(
                        ownership.file(),
                        "/retention",
                        "is '%s', but the topic keeps records for %s"
                                .formatted(
                                        ownership.retention(),
                                        millis < 0 ? "ever" : millis / MILLIS_PER_DAY + " days in production"),
                        "Write '<n> days', with an addition if there is an archive, or 'unlimited'"));
    }

    private static long promised(String retention) {
        if (retention.equals("unlimited")) {
            return -1;
        }
        Matcher days = DAYS.matcher(retention);
        return days.matches() ? Long.parseLong(days.group(1)) * MILLIS_PER_DAY : 0;
    }
}
