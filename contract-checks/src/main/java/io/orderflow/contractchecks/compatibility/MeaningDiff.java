package io.orderflow.contractchecks.compatibility;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/** Whether a value still means what it meant, going by what the schema says in words. */
final class MeaningDiff {

    private static final String MEANING = "x-meaning";

    private final Shape old;
    private final Shape now;
    private final String pointer;
    private final List<Change> changes;

    MeaningDiff(Shape old, Shape now, String pointer, List<Change> changes) {
        this.old = old;
        this.now = now;
        this.pointer = pointer;
        this.changes = changes;
    }

    void run() {
        JsonNode before = old.schema().first(MEANING);
        JsonNode after = now.schema().first(MEANING);
        if (!before.isMissingNode() && after.isMissingNode()) {
            add(ChangeKind.MEANING_DROPPED, "was: " + before);
        } else if (before.isObject() && after.isObject()) {
            before.properties().stream()
                    .filter(value -> after.has(value.getKey()))
                    .filter(value -> !after.get(value.getKey()).equals(value.getValue()))
                    .forEach(value -> add(
                            ChangeKind.ENUM_MEANING_CHANGED,
                            "%s: \"%s\" before, \"%s\" now"
                                    .formatted(
                                            value.getKey(),
                                            value.getValue().asText(),
                                            after.get(value.getKey()).asText())));
        } else if (!before.isMissingNode() && !before.equals(after)) {
            add(
                    old.isTime() ? ChangeKind.TIMESTAMP_MEANING_CHANGED : ChangeKind.MEANING_CHANGED,
                    "\"%s\" before, \"%s\" now".formatted(before.asText(), after.asText()));
        } else if (before.isMissingNode() && after.isMissingNode()) {
            description();
        }
        String defaultBefore = old.schema().first("default").toString();
        String defaultNow = now.schema().first("default").toString();
        if (!defaultBefore.equals(defaultNow)) {
            add(ChangeKind.DEFAULT_CHANGED, "'%s' before, '%s' now".formatted(defaultBefore, defaultNow));
        }
    }

    /** Where no meaning is declared, the description of a time or of listed values is all there is to go by. */
    private void description() {
        String before = old.schema().first("description").asText();
        String after = now.schema().first("description").asText();
        boolean hasMeaning = old.isTime() || old.values().isPresent();
        if (hasMeaning && !before.isEmpty() && !before.equals(after)) {
            add(ChangeKind.DESCRIPTION_CHANGED, "\"%s\" before, \"%s\" now".formatted(before, after));
        }
    }

    private void add(ChangeKind kind, String detail) {
        changes.add(new Change(kind, pointer, detail));
    }
}
