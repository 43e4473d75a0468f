package io.orderflow.messagecorrelation.camunda.largecommands;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.impl.db.entitymanager.operation.DbEntityOperation;
import org.camunda.bpm.engine.impl.db.entitymanager.operation.DbOperationType;

/**
 * Operations of one kind on one table, each behind those that must come before it: a new row behind the rows it refers to, a
 * row that is changed or goes behind the rows that refer to it. Otherwise as they came, which is by id.
 */
final class ReferenceOrder {

    private final Collection<DbEntityOperation> operations;
    private final Map<String, List<DbEntityOperation>> before = new HashMap<>();
    private final Set<DbEntityOperation> placed;
    private final List<DbEntityOperation> sorted;

    ReferenceOrder(Collection<DbEntityOperation> operations) {
        this.operations = operations;
        placed = Collections.newSetFromMap(new IdentityHashMap<>(operations.size() * 2));
        sorted = new ArrayList<>(operations.size());
    }

    List<DbEntityOperation> sorted() {
        Map<String, DbEntityOperation> byId = new HashMap<>(operations.size() * 2);
        operations.forEach(operation -> byId.put(operation.getEntity().getId(), operation));
        for (DbEntityOperation operation : operations) {
            for (String reference : referencesOf(operation)) {
                DbEntityOperation other = byId.get(reference);
                if (other != null && other != operation) {
                    DbEntityOperation first = isInsert(operation) ? other : operation;
                    DbEntityOperation then = isInsert(operation) ? operation : other;
                    before.computeIfAbsent(then.getEntity().getId(), id -> new ArrayList<>(2))
                            .add(first);
                }
            }
        }
        operations.forEach(this::place);
        return sorted;
    }

    /** As deep as executions are nested. */
    private void place(DbEntityOperation operation) {
        if (placed.add(operation)) {
            before.getOrDefault(operation.getEntity().getId(), List.of()).forEach(this::place);
            sorted.add(operation);
        }
    }

    private static boolean isInsert(DbEntityOperation operation) {
        return operation.getOperationType() == DbOperationType.INSERT;
    }

    private static Set<String> referencesOf(DbEntityOperation operation) {
        Set<String> references = operation.getFlushRelevantEntityReferences();
        return references == null ? Set.of() : references;
    }
}
