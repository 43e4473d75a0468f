package io.orderflow.messagecorrelation.camunda.largecommands;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import org.camunda.bpm.engine.impl.db.HasDbReferences;
import org.camunda.bpm.engine.impl.db.entitymanager.operation.DbEntityOperation;
import org.camunda.bpm.engine.impl.db.entitymanager.operation.DbOperation;
import org.camunda.bpm.engine.impl.db.entitymanager.operation.DbOperationManager;

/**
 * Orders a command's rows by what they refer to. The engine's own way compares each row with all others of its table, which
 * nobody notices when a command moves one instance, and which took a sixth of the JVM's time when it moves hundreds.
 */
final class LinearFlushOrder extends DbOperationManager {

    @Override
    protected List<DbEntityOperation> sortByReferences(SortedSet<DbEntityOperation> operations) {
        return new ReferenceOrder(operations).sorted();
    }

    /** Whatever depends on a row that goes is told so: if that row has changed meanwhile, both have. */
    @Override
    protected void determineDependencies(List<DbOperation> flush) {
        Map<Class<?>, Map<String, List<DbEntityOperation>>> deletions = new HashMap<>();
        for (DbOperation operation : flush) {
            if (operation instanceof DbEntityOperation change
                    && change.getEntity() instanceof HasDbReferences entity
                    && entity.getDependentEntities() != null) {
                entity.getDependentEntities().forEach((id, type) -> deletions
                        .computeIfAbsent(type, this::deletionsOf)
                        .getOrDefault(id, List.of())
                        .forEach(deletion -> deletion.setDependency(operation)));
            }
        }
    }

    private Map<String, List<DbEntityOperation>> deletionsOf(Class<?> type) {
        Map<String, List<DbEntityOperation>> byId = new HashMap<>();
        deletes.getOrDefault(type, Collections.emptySortedSet())
                .forEach(deletion -> byId.computeIfAbsent(deletion.getEntity().getId(), id -> new ArrayList<>(1))
                        .add(deletion));
        return byId;
    }
}
