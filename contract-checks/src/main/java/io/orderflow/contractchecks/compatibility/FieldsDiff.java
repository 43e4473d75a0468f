package io.orderflow.contractchecks.compatibility;

import io.orderflow.contractchecks.catalogue.ResolvedSchema;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Which fields an object gained, lost, renamed, and which it must have. */
final class FieldsDiff {

    private final Shape old;
    private final Shape now;
    private final String pointer;
    private final List<Change> changes;

    FieldsDiff(Shape old, Shape now, String pointer, List<Change> changes) {
        this.old = old;
        this.now = now;
        this.pointer = pointer;
        this.changes = changes;
    }

    void run() {
        Set<String> removed = without(old.names(), now.names());
        Set<String> added = without(now.names(), old.names());
        Map<String, String> renamed = renamed(removed, added);
        renamed.forEach((from, to) -> add(ChangeKind.FIELD_RENAMED, from, "now " + to));
        without(removed, renamed.keySet()).forEach(this::removed);
        without(added, Set.copyOf(renamed.values())).forEach(this::added);
        for (String name : now.schema().required()) {
            if (old.names().contains(name) && !old.schema().required().contains(name)) {
                add(ChangeKind.FIELD_MADE_REQUIRED, name, "was optional");
            }
        }
        for (String name : old.schema().required()) {
            if (now.names().contains(name) && !now.schema().required().contains(name)) {
                add(ChangeKind.FIELD_MADE_OPTIONAL, name, "was required");
            }
        }
    }

    private void removed(String name) {
        boolean required = old.schema().required().contains(name);
        add(
                required ? ChangeKind.REQUIRED_FIELD_REMOVED : ChangeKind.OPTIONAL_FIELD_REMOVED,
                name,
                required ? "was required" : "was optional");
        // What others write under this name is now held to the schema of all other fields.
        now.schema().additionalProperties().ifPresent(rest -> old.schema()
                .property(name)
                .ifPresent(field -> below(name, SchemaDiff.between(field, rest))));
    }

    private void added(String name) {
        if (now.schema().required().contains(name)) {
            add(ChangeKind.REQUIRED_FIELD_ADDED, name, "is required");
            return;
        }
        switch (old.openness()) {
            case OPEN -> add(ChangeKind.OPTIONAL_FIELD_ADDED, name, "is optional");
            case CLOSED -> add(ChangeKind.FIELD_ADDED_TO_CLOSED_OBJECT, name, "is optional");
            case BY_SCHEMA -> {
                add(ChangeKind.OPTIONAL_FIELD_ADDED, name, "is optional");
                old.schema().additionalProperties().ifPresent(rest -> now.schema()
                        .property(name)
                        .ifPresent(field -> below(name, SchemaDiff.between(rest, field))));
            }
        }
    }

    /** Fields that went while one with the same schema came, and no other could be meant. */
    private Map<String, String> renamed(Set<String> removed, Set<String> added) {
        Map<String, String> renamed = new LinkedHashMap<>();
        for (String from : removed) {
            List<String> candidates =
                    added.stream().filter(to -> isSame(from, to)).toList();
            boolean only = candidates.size() == 1
                    && removed.stream()
                                    .filter(other -> isSame(other, candidates.get(0)))
                                    .count()
                            == 1;
            if (only) {
                renamed.put(from, candidates.get(0));
            }
        }
        return renamed;
    }

    private boolean isSame(String from, String to) {
        ResolvedSchema before = old.schema().property(from).orElse(null);
        ResolvedSchema after = now.schema().property(to).orElse(null);
        return before != null
                && after != null
                && SchemaDiff.between(before, after).stream().allMatch(change -> isOnlyWords(change.kind()));
    }

    private static boolean isOnlyWords(ChangeKind kind) {
        return switch (kind) {
            case DESCRIPTION_CHANGED,
                    MEANING_CHANGED,
                    MEANING_DROPPED,
                    TIMESTAMP_MEANING_CHANGED,
                    ENUM_MEANING_CHANGED -> true;
            default -> false;
        };
    }

    private void below(String name, List<Change> found) {
        found.forEach(change ->
                changes.add(new Change(change.kind(), pointer + "/" + name + change.pointer(), change.detail())));
    }

    private void add(ChangeKind kind, String name, String detail) {
        changes.add(new Change(kind, pointer + "/" + name, detail));
    }

    private static Set<String> without(Set<String> some, Set<String> others) {
        Set<String> rest = new LinkedHashSet<>(some);
        rest.removeAll(others);
        return rest;
    }
}
