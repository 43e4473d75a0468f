package io.orderflow.bpmn.lint;

import io.orderflow.bpmn.lint.KnownEvents.KnownEvent;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What can be wrong with the key by which an event finds one of several waits. */
final class EventKey {

    private static final String BUSINESS_KEY = "businessKey";
    private static final Set<String> BUSINESS_KEY_EXPRESSIONS =
            Set.of("execution.processBusinessKey", "execution.businessKey", "execution.getProcessBusinessKey()");

    private EventKey() {}

    static void check(Wait wait, String type, KnownEvent event, Findings findings) {
        String keyed = "\"%s:${variable}\"".formatted(type);
        String property = wait.properties().get("eventKey");
        String key = wait.key();
        if (wait.startsProcess()) {
            if (key != null) {
                findings.report(
                        wait.node(), "starts a process, so its message has no key: name it \"%s\"".formatted(type));
            }
        } else if (key == null) {
            if (property != null) {
                findings.report(
                        wait.node(),
                        "eventKey is set, but message \"%s\" has no key: name it %s".formatted(wait.name(), keyed));
            }
            reportRepeated(wait, type, keyed, findings);
        } else {
            checkFields(wait, type, event, fields(property, key), keyed, findings);
        }
    }

    private static void checkFields(
            Wait wait, String type, KnownEvent event, List<String> fields, String keyed, Findings findings) {
        if (fields.isEmpty()) {
            findings.report(
                    wait.node(),
                    "message \"%s\" does not tell which field holds the key: set eventKey".formatted(wait.name()));
            return;
        }
        fields.stream()
                .filter(field -> !field.equals(BUSINESS_KEY) && !event.has(field))
                .forEach(field -> findings.report(
                        wait.node(),
                        "event %s has no field \"%s\" for its key; it has %s".formatted(type, field, event.listed())));
        if (isBusinessKey(wait.key()) || fields.stream().allMatch(BUSINESS_KEY::equals)) {
            reportRepeated(wait, type, keyed, findings);
        }
    }

    private static void reportRepeated(Wait wait, String type, String keyed, Findings findings) {
        if (wait.isRepeated()) {
            findings.report(
                    wait.node(),
                    "several instances of it wait for %s: name its message %s with a key that tells them apart"
                            .formatted(type, keyed));
        }
    }

    /** The fields that may hold the key: those of the property, or the one that the message's name means. */
    private static List<String> fields(@Nullable String property, String expression) {
        if (property != null) {
            return Arrays.stream(property.split(",", -1)).map(String::strip).toList();
        }
        if (isBusinessKey(expression)) {
            return List.of(BUSINESS_KEY);
        }
        return expression.matches("\\w+") ? List.of(expression) : List.of();
    }

    private static boolean isBusinessKey(@Nullable String expression) {
        return expression != null && BUSINESS_KEY_EXPRESSIONS.contains(expression);
    }
}
