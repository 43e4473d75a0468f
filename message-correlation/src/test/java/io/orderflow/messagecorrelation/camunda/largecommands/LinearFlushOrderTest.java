package io.orderflow.messagecorrelation.camunda.largecommands;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.camunda.bpm.engine.impl.db.entitymanager.operation.DbOperationType.DELETE;
import static org.camunda.bpm.engine.impl.db.entitymanager.operation.DbOperationType.INSERT;
import static org.camunda.bpm.engine.impl.db.entitymanager.operation.DbOperationType.UPDATE;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.camunda.bpm.engine.impl.db.DbEntity;
import org.camunda.bpm.engine.impl.db.entitymanager.operation.DbEntityOperation;
import org.camunda.bpm.engine.impl.db.entitymanager.operation.DbOperation;
import org.camunda.bpm.engine.impl.db.entitymanager.operation.DbOperationManager;
import org.camunda.bpm.engine.impl.db.entitymanager.operation.DbOperationType;
import org.camunda.bpm.engine.impl.persistence.entity.ByteArrayEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.MessageEntity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class LinearFlushOrderTest {

    private final Random random = new Random(20_261_124);

    @ParameterizedTest
    @EnumSource(
            value = DbOperationType.class,
            names = {"INSERT", "UPDATE", "DELETE"})
    void noRowComesBeforeOneItNeeds(DbOperationType kind) {
        for (int forest = 0; forest < 200; forest++) {
            List<DbEntityOperation> operations = changesOfTrees(kind, 1 + random.nextInt(12));

            List<DbOperation> sorted = flush(new LinearFlushOrder(), operations);

            assertThat(sorted).containsExactlyInAnyOrderElementsOf(operations);
            assertNeededFirst(sorted);
            // The check is not one that anything passes, and what it asks for is what the engine does.
            assertNeededFirst(flush(new DbOperationManager(), operations));
        }
    }

    @Test
    void anOrderByIdAloneWouldNotDo() {
        List<DbOperation> byId = new ArrayList<>(changesOfTrees(INSERT, 50));
        byId.sort((one, other) -> entity(one).getId().compareTo(entity(other).getId()));

        assertThatThrownBy(() -> assertNeededFirst(byId)).isInstanceOf(AssertionError.class);
    }

    @Test
    void newRowsComeFirstThenChangedOnesThenThoseThatGo() {
        List<DbEntityOperation> operations = new ArrayList<>();
        for (DbOperationType kind : List.of(DELETE, UPDATE, INSERT)) {
            operations.addAll(changesOfTrees(kind, 3));
        }

        assertThat(flush(new LinearFlushOrder(), operations))
                .extracting(DbOperation::getOperationType)
                .isSortedAccordingTo((one, other) -> order(one) - order(other));
    }

    /** The engine's own takes minutes for so many. */
    @Test
    void thousandsOfInstancesInOneCommandAreSortedAtOnce() {
        List<DbEntityOperation> operations = changesOfTrees(DELETE, 5_000);

        assertTimeout(Duration.ofSeconds(5), () -> flush(new LinearFlushOrder(), operations));
    }

    /** A job's stack trace goes with the job, and if another node has changed the job, neither does. */
    @Test
    void aRowThatGoesKnowsWhatItBelongsTo() {
        for (DbOperationManager manager : List.of(new LinearFlushOrder(), new DbOperationManager())) {
            MessageEntity job = new FailedJob("its trace");
            job.setId("job");
            DbEntityOperation jobGoes = change(DELETE, MessageEntity.class, job);
            DbEntityOperation traceGoes = change(DELETE, ByteArrayEntity.class, bytes("its trace"));
            DbEntityOperation otherGoes = change(DELETE, ByteArrayEntity.class, bytes("another"));

            flush(manager, List.of(traceGoes, otherGoes, jobGoes));

            assertThat(traceGoes.getDependentOperation()).isSameAs(jobGoes);
            assertThat(otherGoes.getDependentOperation()).isNull();
        }
    }

    private static final class FailedJob extends MessageEntity {
        FailedJob(String trace) {
            persistedDependentEntities = Map.of(trace, ByteArrayEntity.class);
        }
    }

    private static ByteArrayEntity bytes(String id) {
        ByteArrayEntity bytes = new ByteArrayEntity();
        bytes.setId(id);
        return bytes;
    }

    private static DbEntityOperation change(DbOperationType kind, Class<? extends DbEntity> type, DbEntity entity) {
        DbEntityOperation operation = new DbEntityOperation();
        operation.setOperationType(kind);
        operation.setEntityType(type);
        operation.setEntity(entity);
        return operation;
    }

    private static int order(DbOperationType kind) {
        return List.of(INSERT, UPDATE, DELETE).indexOf(kind);
    }

    private static List<DbOperation> flush(DbOperationManager manager, List<DbEntityOperation> operations) {
        operations.forEach(manager::addOperation);
        return manager.calculateFlush();
    }

    private static void assertNeededFirst(List<DbOperation> sorted) {
        Set<String> all = new HashSet<>();
        sorted.forEach(operation -> all.add(entity(operation).getId()));
        Set<String> done = new HashSet<>();
        for (DbOperation operation : sorted) {
            ExecutionEntity execution = entity(operation);
            String parent = execution.getParentId();
            if (parent != null && all.contains(parent)) {
                assertThat(done.contains(parent))
                        .as("%s %s, child of %s", operation.getOperationType(), execution.getId(), parent)
                        .isEqualTo(operation.getOperationType() == INSERT);
            }
            done.add(execution.getId());
        }
    }

    private static ExecutionEntity entity(DbOperation operation) {
        return (ExecutionEntity) ((DbEntityOperation) operation).getEntity();
    }

    private List<DbEntityOperation> changesOfTrees(DbOperationType kind, int trees) {
        List<DbEntityOperation> operations = new ArrayList<>();
        for (int tree = 0; tree < trees; tree++) {
            List<ExecutionEntity> executions = new ArrayList<>();
            IntStream.rangeClosed(0, random.nextInt(9)).forEach(index -> {
                ExecutionEntity execution = new ExecutionEntity();
                execution.setId(new UUID(random.nextLong(), random.nextLong()).toString());
                if (index > 0) {
                    execution.setParentId(
                            executions.get(random.nextInt(executions.size())).getId());
                }
                executions.add(execution);
            });
            // A command touches some of an instance's executions, not all.
            executions.stream().filter(execution -> random.nextInt(5) > 0).forEach(execution -> {
                DbEntityOperation operation = change(kind, ExecutionEntity.class, execution);
                operation.setFlushRelevantEntityReferences(execution.getReferencedEntityIds());
                operations.add(operation);
            });
        }
        return operations;
    }
}
