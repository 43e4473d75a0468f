package io.orderflow.contractchecks.rules;

import io.orderflow.contractchecks.catalogue.Field;
import java.util.Set;
import java.util.stream.Stream;

/** Times are instants in UTC, as ISO-8601 text. */
final class InstantsAreUtc implements FieldRule {

    /** Moments, whichever type they have. */
    private static final Set<String> MOMENTS = Set.of("at", "timestamp", "datetime", "instant");

    @Override
    public String code() {
        return "timestamp_not_utc";
    }

    @Override
    public Stream<Finding> check(Field field, String file) {
        String format = field.schema().first("format").asText();
        boolean inUtc = field.schema().types().equals(Set.of("string"))
                && format.equals("date-time")
                && field.schema().values("pattern").anyMatch(pattern -> pattern.asText()
                        .endsWith("Z$"));
        String last = Words.last(field.name());
        // A number called time may as well be a duration.
        boolean named = MOMENTS.contains(last)
                || (last.equals("time") && field.schema().types().contains("string"));
        boolean isTime = format.equals("date-time") || format.equals("time") || named;
        return !isTime || inUtc
                ? Stream.empty()
                : Stream.of(finding(
                        file,
                        field.pointer(),
                        "is a time, but no instant in UTC",
                        "Use schema://platform/envelope/1#/$defs/instant"));
    }
}
