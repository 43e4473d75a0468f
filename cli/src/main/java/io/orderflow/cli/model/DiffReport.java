package io.orderflow.cli.model;

import io.orderflow.cli.engine.Definition;
import io.orderflow.cli.model.diff.Comparison;
import io.orderflow.cli.model.diff.ElementChanges;
import io.orderflow.cli.model.diff.Standing;
import io.orderflow.cli.stack.Refusal;
import java.util.List;

/**
 * What changed, and for whom.
 *
 * @param versions deployed versions older than the newer model that still have instances, the newest first
 * @param unknown why nobody can say who stands where; empty if it is known
 */
record DiffReport(
        Source older, Source newer, List<ElementChanges> changes, List<VersionReport> versions, String unknown) {

    static DiffReport of(String olderName, String newerName, Deployed deployed) {
        Sources sources = new Sources(deployed);
        Source older = sources.find(olderName);
        Source newer = sources.find(newerName);
        List<ElementChanges> changes = Comparison.between(older.model(), newer.model());
        try {
            Source recognized = sources.recognized(newer);
            return new DiffReport(
                    sources.recognized(older), recognized, changes, versions(recognized, sources, deployed), "");
        } catch (Refusal noStack) {
            return new DiffReport(older, newer, changes, List.of(), String.valueOf(noStack.getMessage()));
        }
    }

    boolean isKnown() {
        return unknown.isEmpty();
    }

    boolean drawingChanged() {
        return !older.model().drawing().equals(newer.model().drawing());
    }

    private static List<VersionReport> versions(Source newer, Sources sources, Deployed deployed) {
        Definition target = newer.definition();
        return deployed.of(newer.model().key()).stream()
                .filter(version -> target == null || version.version() < target.version())
                .filter(version -> version.instances() > 0)
                .map(version -> new VersionReport(
                        version,
                        new Standing(sources.model(version), deployed.engine().standing(version)),
                        target == null ? null : deployed.engine().plan(version, target)))
                .toList();
    }
}
