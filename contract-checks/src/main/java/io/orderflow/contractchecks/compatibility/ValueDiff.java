package io.orderflow.contractchecks.compatibility;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** What changed about the value itself: type, listed values, bounds, patterns, precision, meaning. */
final class ValueDiff {

    private final Shape old;
    private final Shape now;
    private final String pointer;
    private final List<Change> changes;

    ValueDiff(Shape old, Shape now, String pointer, List<Change> changes) {
        this.old = old;
        this.now = now;
        this.pointer = pointer;
        this.changes = changes;
    }

    void run() {
        others();
        if (old.isMoney() && !now.isMoney() || isMoneyOfAnotherForm()) {
            add(ChangeKind.MONEY_CHANGED, describe(old) + " before, " + describe(now) + " now");
        } else {
            types();
            texts("pattern", ChangeKind.PATTERN_CHANGED);
            texts("format", ChangeKind.FORMAT_CHANGED);
        }
        values();
        Shape.LOWER_BOUNDS.forEach(keyword -> bound(keyword, 1));
        Shape.UPPER_BOUNDS.forEach(keyword -> bound(keyword, -1));
        steps();
        if (old.uniqueItems() != now.uniqueItems()) {
            add(
                    now.uniqueItems() ? ChangeKind.CONSTRAINT_NARROWED : ChangeKind.CONSTRAINT_WIDENED,
                    "uniqueItems is " + now.uniqueItems());
        }
        new MeaningDiff(old, now, pointer, changes).run();
    }

    private void others() {
        Map<String, List<JsonNode>> before = old.others();
        Map<String, List<JsonNode>> after = now.others();
        Set<String> keywords = new TreeSet<>(before.keySet());
        keywords.addAll(after.keySet());
        for (String keyword : keywords) {
            boolean same = before.containsKey(keyword) && before.get(keyword).equals(after.get(keyword));
            // These depend on all that stands beside them, so that they change even where they are the same.
            if (!same || keyword.startsWith("unevaluated") || keyword.startsWith("$dynamic")) {
                add(ChangeKind.UNKNOWN_KEYWORD, keyword);
            }
        }
    }

    private boolean isMoneyOfAnotherForm() {
        return old.isMoney() && now.isMoney() && !old.texts("pattern").equals(now.texts("pattern"));
    }

    private static String describe(Shape shape) {
        return shape.isMoney() ? "money " + Shape.list(shape.texts("pattern")) : Shape.list(shape.types());
    }

    private void types() {
        Set<String> before = old.types();
        Set<String> after = now.types();
        if (before.equals(after)) {
            return;
        }
        String detail = (before.isEmpty() ? "anything" : Shape.list(before)) + " before, "
                + (after.isEmpty() ? "anything" : Shape.list(after)) + " now";
        if (before.equals(Set.of("integer")) && after.equals(Set.of("number"))) {
            add(ChangeKind.PRECISION_RAISED, detail);
        } else if (before.equals(Set.of("number")) && after.equals(Set.of("integer"))) {
            add(ChangeKind.PRECISION_LOWERED, detail);
        } else if (after.isEmpty() || (!before.isEmpty() && after.containsAll(before))) {
            add(ChangeKind.TYPE_WIDENED, detail);
        } else if (before.isEmpty() || before.containsAll(after)) {
            add(ChangeKind.TYPE_NARROWED, detail);
        } else {
            add(ChangeKind.TYPE_CHANGED, detail);
        }
    }

    private void values() {
        Optional<Set<JsonNode>> before = old.values();
        Optional<Set<JsonNode>> after = now.values();
        if (before.isEmpty() || after.isEmpty()) {
            after.ifPresent(values -> add(ChangeKind.CONSTRAINT_NARROWED, "only " + Shape.list(values)));
            before.ifPresent(values -> add(ChangeKind.CONSTRAINT_WIDENED, "no longer only " + Shape.list(values)));
            return;
        }
        Set<JsonNode> removed = new LinkedHashSet<>(before.get());
        removed.removeAll(after.get());
        Set<JsonNode> added = new LinkedHashSet<>(after.get());
        added.removeAll(before.get());
        if (!removed.isEmpty() && !added.isEmpty()) {
            boolean constants = before.get().size() == 1 && after.get().size() == 1;
            add(
                    constants ? ChangeKind.CONSTANT_CHANGED : ChangeKind.ENUM_VALUE_REPLACED,
                    Shape.list(removed) + " before, " + Shape.list(added) + " now");
        } else if (!removed.isEmpty()) {
            add(ChangeKind.ENUM_VALUE_REMOVED, Shape.list(removed));
        } else if (!added.isEmpty()) {
            add(ChangeKind.ENUM_VALUE_ADDED, Shape.list(added));
        }
    }

    private void texts(String keyword, ChangeKind replaced) {
        Set<String> before = old.texts(keyword);
        Set<String> after = now.texts(keyword);
        if (before.equals(after)) {
            return;
        }
        String detail = keyword + ": " + (before.isEmpty() ? "none" : Shape.list(before)) + " before, "
                + (after.isEmpty() ? "none" : Shape.list(after)) + " now";
        if (after.containsAll(before)) {
            add(ChangeKind.CONSTRAINT_NARROWED, detail);
        } else {
            add(before.containsAll(after) ? ChangeKind.CONSTRAINT_WIDENED : replaced, detail);
        }
    }

    /** @param stricter sign of a change that lets fewer values pass */
    private void bound(String keyword, int stricter) {
        Optional<BigDecimal> before = old.bound(keyword);
        Optional<BigDecimal> after = now.bound(keyword);
        int change = before.isPresent() && after.isPresent()
                ? after.get().compareTo(before.get()) * stricter
                : Boolean.compare(after.isPresent(), before.isPresent());
        if (change != 0) {
            add(
                    change > 0 ? ChangeKind.CONSTRAINT_NARROWED : ChangeKind.CONSTRAINT_WIDENED,
                    "%s: %s before, %s now".formatted(keyword, text(before), text(after)));
        }
    }

    private void steps() {
        Optional<BigDecimal> before = old.step();
        Optional<BigDecimal> after = now.step();
        if (before.map(BigDecimal::stripTrailingZeros).equals(after.map(BigDecimal::stripTrailingZeros))) {
            return;
        }
        boolean finer = after.isEmpty()
                || (before.isPresent() && before.get().remainder(after.get()).signum() == 0);
        add(
                finer ? ChangeKind.PRECISION_RAISED : ChangeKind.PRECISION_LOWERED,
                "multipleOf: %s before, %s now".formatted(text(before), text(after)));
    }

    private static String text(Optional<BigDecimal> number) {
        return number.map(BigDecimal::toPlainString).orElse("none");
    }

    private void add(ChangeKind kind, String detail) {
        changes.add(new Change(kind, pointer, detail));
    }
}
