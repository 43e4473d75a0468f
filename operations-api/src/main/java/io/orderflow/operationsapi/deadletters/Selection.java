package io.orderflow.operationsapi.deadletters;

import io.orderflow.httpapi.json.FieldErrors;
import io.orderflow.httpapi.json.QueryParameters;
import io.orderflow.kafkaadapters.deadletter.DeadLetterFilter;
import io.orderflow.kafkaadapters.deadletter.StoredDeadLetter.State;
import io.orderflow.kafkaadapters.failure.FailureClass;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Which dead letters a request is about. */
record Selection(DeadLetterFilter filter, int limit) {

    private static final Pattern UUID_TEXT = Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");
    private static final int LONGEST_PAGE = 500;
    private static final int PAGE = 50;

    private static final Set<String> NAMES = Set.of(
            "group",
            "id",
            "topic",
            "failureClass",
            "code",
            "eventType",
            "tenant",
            "aggregateId",
            "failedFrom",
            "failedBefore");

    /** For an order: open letters only. */
    static Selection of(HttpServletRequest request, FieldErrors errors) {
        return read(new QueryParameters(request, NAMES, errors), errors, false);
    }

    /** For a list, which may also show what has been decided about. */
    static Selection ofPage(HttpServletRequest request) {
        Set<String> names = new TreeSet<>(NAMES);
        names.add("state");
        names.add("limit");
        FieldErrors errors = new FieldErrors();
        Selection selection = read(new QueryParameters(request, names, errors), errors, true);
        errors.throwIfAny();
        return selection;
    }

    static Optional<UUID> id(String text) {
        return UUID_TEXT.matcher(text).matches() ? Optional.of(UUID.fromString(text)) : Optional.empty();
    }

    private static Selection read(QueryParameters query, FieldErrors errors, boolean page) {
        State state = page ? query.oneOf("state", State.class) : null;
        return new Selection(
                new DeadLetterFilter(
                        query.text("group"),
                        ids(query.text("id"), errors),
                        query.text("topic"),
                        query.oneOf("failureClass", FailureClass.class),
                        query.text("code"),
                        query.text("eventType"),
                        query.text("tenant"),
                        query.text("aggregateId"),
                        query.instant("failedFrom"),
                        query.instant("failedBefore"),
                        state == null ? State.OPEN : state),
                page ? query.number("limit", 1, LONGEST_PAGE, PAGE) : PAGE);
    }

    private static Set<UUID> ids(@Nullable String text, FieldErrors errors) {
        if (text == null) {
            return Set.of();
        }
        Optional<UUID> id = id(text);
        if (id.isEmpty()) {
            errors.add("id", "invalid_id", "The id of a dead letter is a UUID.");
        }
        return id.map(Set::of).orElse(Set.of());
    }
}
