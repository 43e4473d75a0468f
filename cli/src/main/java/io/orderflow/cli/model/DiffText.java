package io.orderflow.cli.model;

import io.orderflow.cli.engine.Definition;
import io.orderflow.cli.engine.MigrationPlan;
import io.orderflow.cli.model.diff.Aspect;
import io.orderflow.cli.model.diff.Change;
import io.orderflow.cli.model.diff.ElementChanges;
import io.orderflow.cli.text.Style;
import io.orderflow.cli.text.Table;
import java.io.PrintWriter;
import java.util.stream.Collectors;

/** The report for a person at the terminal. */
final class DiffText {

    private final DiffReport report;
    private final PrintWriter out;

    DiffText(DiffReport report, PrintWriter out) {
        this.report = report;
        this.out = out;
    }

    void print() {
        out.println(Style.bold(report.older().title() + "  →  " + report.newer().title()));
        changes();
        if (!report.isKnown()) {
            out.println("Who stands where is not known: " + report.unknown());
        } else if (report.versions().isEmpty()) {
            out.println("No instance runs under an older version. Nothing to migrate.");
        } else {
            report.versions().forEach(this::version);
            next();
        }
        out.flush();
    }

    private void changes() {
        if (report.changes().isEmpty()) {
            out.println(
                    report.drawingChanged()
                            ? "Only the drawing has changed; the process does what it did."
                            : "Nothing has changed.");
            return;
        }
        boolean counted = report.isKnown();
        Table table = counted ? new Table("ELEMENT", "STANDING", "CHANGE") : new Table("ELEMENT", "CHANGE");
        for (ElementChanges changed : report.changes()) {
            String id = changed.element().id();
            for (Change change : changed.changes()) {
                boolean first = change.equals(changed.changes().get(0));
                String element = first ? id : "";
                String words = first ? words(changed, change) : change.text();
                if (counted) {
                    table.row(element, first ? standing(id) : "", words);
                } else {
                    table.row(element, words);
                }
            }
        }
        table.print(out, "");
        out.printf(
                "%d %s changed%s.%n",
                report.changes().size(),
                report.changes().size() == 1 ? "element" : "elements",
                report.drawingChanged() ? ", and the drawing" : "");
    }

    private static String words(ElementChanges changed, Change change) {
        boolean saysItself = change.aspect() == Aspect.ADDED || change.aspect() == Aspect.REMOVED;
        return saysItself ? change.text() : changed.element().title() + ": " + change.text();
    }

    private String standing(String id) {
        String counts = report.versions().stream()
                .filter(version -> version.standing().on(id) > 0)
                .map(version -> "v%d: %d"
                        .formatted(
                                version.definition().version(),
                                version.standing().on(id)))
                .collect(Collectors.joining(", "));
        return counts.isEmpty() ? "-" : counts;
    }

    private void version(VersionReport version) {
        Definition definition = version.definition();
        MigrationPlan plan = version.plan();
        out.printf("%n%s: %d running. ", Style.bold(definition.reference()), definition.instances());
        if (plan == null) {
            out.println("Whether they can be migrated is told by the engine once the new model is deployed.");
            return;
        }
        out.println(
                version.isMigratable()
                        ? Style.good("Can be migrated from where they stand.")
                        : Style.doubtful("Not all can be migrated."));
        Table table = new Table("STANDS ON", "HOW MANY", "MIGRATION");
        version.standing()
                .byActivity()
                .forEach((activity, count) -> table.row(activity, Long.toString(count), way(activity, plan)));
        table.print(out, "  ");
        plan.failures().forEach(failure -> out.println("  " + Style.bad("The engine says: ") + failure));
    }

    private static String way(String activity, MigrationPlan plan) {
        String target = plan.targets().get(activity);
        if (target == null) {
            return "no counterpart: ends under its version";
        }
        return target.equals(activity) ? "stays where it is" : "moves to " + target;
    }

    private void next() {
        Definition target = report.newer().definition();
        if (target == null) {
            out.printf(
                    "%nNext: ./orderflow model deploy %s, then compare with %s:latest%n",
                    report.newer().label(), report.newer().model().key());
            return;
        }
        out.printf("%nInstances stay with their version until they end, so nothing has to be done.%n");
        Definition first = report.versions().get(0).definition();
        out.printf("Who they are: Cockpit, Processes, %s, version %d.%n", first.name(), first.version());
        report.versions().stream()
                .filter(VersionReport::isMigratable)
                .findFirst()
                .ifPresent(version -> out.printf(
                        "Next, if they shall follow the new model: ./orderflow model migrate %s %s%n",
                        version.definition().reference(), target.reference()));
    }
}
