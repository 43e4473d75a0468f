package io.orderflow.cli.model;

import io.orderflow.cli.engine.Definition;
import io.orderflow.cli.engine.MigrationPlan;
import io.orderflow.cli.model.diff.Standing;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An older version under which instances still run.
 *
 * @param plan how they could become instances of the newer model; null while that is not deployed
 */
record VersionReport(Definition definition, Standing standing, @Nullable MigrationPlan plan) {

    /** Activities on which somebody stands for whom the engine knows no way; empty if there is no plan. */
    List<String> stuck() {
        return plan == null
                ? List.of()
                : standing.byActivity().keySet().stream()
                        .filter(activity -> !plan.targets().containsKey(activity))
                        .toList();
    }

    boolean isMigratable() {
        return plan != null && stuck().isEmpty() && plan.failures().isEmpty();
    }
}
