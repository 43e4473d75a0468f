package io.orderflow.contractchecks.compatibility;

import io.orderflow.contractchecks.catalogue.ResolvedSchema;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Compares two schemas of the same thing, wherever their parts are written: moving something into a definition changes
 * nothing. What it cannot judge it calls unknown.
 */
public final class SchemaDiff {

    private static final int DEEPEST = 24;

    private static final ResolvedSchema ANYTHING = ResolvedSchema.anything();

    private final List<Change> changes = new ArrayList<>();

    private SchemaDiff() {}

    /** All changes, in the order of the old schema and then of the new one. */
    public static List<Change> between(ResolvedSchema before, ResolvedSchema after) {
        SchemaDiff diff = new SchemaDiff();
        diff.compare(before, after, "", 0);
        return List.copyOf(diff.changes);
    }

    private void compare(ResolvedSchema before, ResolvedSchema after, String pointer, int depth) {
        Shape old = new Shape(before);
        Shape now = new Shape(after);
        if (depth > DEEPEST) {
            changes.add(new Change(ChangeKind.UNKNOWN_KEYWORD, pointer, "nested too deeply to compare"));
            return;
        }
        new ValueDiff(old, now, pointer, changes).run();
        new FieldsDiff(old, now, pointer, changes).run();
        Map<String, ResolvedSchema> fields = before.properties();
        Map<String, ResolvedSchema> fieldsNow = after.properties();
        for (String name : old.names()) {
            if (now.names().contains(name)) {
                // A field may be required without being declared: then it may be anything.
                compare(
                        fields.getOrDefault(name, ANYTHING),
                        fieldsNow.getOrDefault(name, ANYTHING),
                        pointer + "/" + name,
                        depth + 1);
            }
        }
        compareElements(old, now, pointer, depth);
        compareRest(old, now, pointer, depth);
    }

    private void compareElements(Shape old, Shape now, String pointer, int depth) {
        var before = old.schema().items();
        var after = now.schema().items();
        String at = pointer + "/*";
        if (before.isPresent() && after.isPresent()) {
            compare(before.get(), after.get(), at, depth + 1);
        } else if (after.isPresent()) {
            changes.add(new Change(ChangeKind.CONSTRAINT_NARROWED, at, "elements were anything"));
        } else if (before.isPresent()) {
            changes.add(new Change(ChangeKind.CONSTRAINT_WIDENED, at, "elements may be anything"));
        }
    }

    /** Fields without a schema of their own. */
    private void compareRest(Shape old, Shape now, String pointer, int depth) {
        var before = old.schema().additionalProperties();
        var after = now.schema().additionalProperties();
        String at = pointer + "/*";
        if (before.isPresent() && after.isPresent()) {
            compare(before.get(), after.get(), at, depth + 1);
        } else if (old.openness() != now.openness()) {
            changes.add(new Change(
                    rest(old.openness(), now.openness()), at, old.openness() + " before, " + now.openness() + " now"));
        }
    }

    private static ChangeKind rest(Shape.Openness before, Shape.Openness after) {
        if (after == Shape.Openness.CLOSED) {
            return ChangeKind.OBJECT_CLOSED;
        }
        if (before == Shape.Openness.CLOSED) {
            return after == Shape.Openness.OPEN ? ChangeKind.OBJECT_OPENED : ChangeKind.CONSTRAINT_WIDENED;
        }
        return after == Shape.Openness.BY_SCHEMA ? ChangeKind.CONSTRAINT_NARROWED : ChangeKind.CONSTRAINT_WIDENED;
    }
}
