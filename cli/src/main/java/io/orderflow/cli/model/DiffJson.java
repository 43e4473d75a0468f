package io.orderflow.cli.model;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.orderflow.cli.engine.MigrationPlan;

/** The report for scripts. What is not known is left out. */
final class DiffJson {

    private static final ObjectMapper JSON = new ObjectMapper();

    private DiffJson() {}

    static ObjectNode of(DiffReport report) {
        ObjectNode json = JSON.createObjectNode()
                .put("older", report.older().label())
                .put("newer", report.newer().label())
                .put("drawingChanged", report.drawingChanged());
        elements(report, json.putArray("elements"));
        if (!report.isKnown()) {
            return json.put("standingUnknown", report.unknown());
        }
        ArrayNode versions = json.putArray("olderVersions");
        report.versions().forEach(version -> version(version, versions.addObject()));
        return json;
    }

    private static void elements(DiffReport report, ArrayNode elements) {
        report.changes().forEach(changed -> {
            ObjectNode element = elements.addObject()
                    .put("id", changed.element().id())
                    .put("kind", changed.element().kind())
                    .put("name", changed.element().name());
            ArrayNode changes = element.putArray("changes");
            changed.changes().forEach(change -> changes.addObject()
                    .put("aspect", change.aspect().label())
                    .put("text", change.text())
                    .put("before", change.before())
                    .put("after", change.after()));
            if (report.isKnown()) {
                ObjectNode standing = element.putObject("standing");
                report.versions()
                        .forEach(version -> standing.put(
                                Integer.toString(version.definition().version()),
                                version.standing().on(changed.element().id())));
            }
        });
    }

    private static void version(VersionReport version, ObjectNode json) {
        json.put("version", version.definition().version())
                .put("instances", version.definition().instances());
        ObjectNode standing = json.putObject("standing");
        version.standing().byActivity().forEach(standing::put);
        MigrationPlan plan = version.plan();
        if (plan != null) {
            json.put("migratable", version.isMigratable());
            ObjectNode targets = json.putObject("targets");
            version.standing()
                    .byActivity()
                    .keySet()
                    .forEach(activity -> targets.put(activity, plan.targets().get(activity)));
            plan.failures().forEach(json.putArray("failures")::add);
        }
    }
}
