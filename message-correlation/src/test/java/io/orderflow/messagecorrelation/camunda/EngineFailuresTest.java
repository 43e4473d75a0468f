package io.orderflow.messagecorrelation.camunda;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderflow.messagecorrelation.EngineRaceException;
import java.sql.SQLException;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.pvm.runtime.PvmExecutionImpl;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.TransientDataAccessException;

class EngineFailuresTest {

    @Test
    void anOptimisticLockIsALostRace() {
        OptimisticLockingException failure = new OptimisticLockingException("updated by another transaction");

        assertThat(EngineFailures.translate(failure))
                .isInstanceOf(EngineRaceException.class)
                .isInstanceOf(TransientDataAccessException.class)
                .hasCause(failure);
    }

    @Test
    void aRowThatTheOtherTransactionHasRemovedIsALostRace() {
        assertThat(EngineFailures.translate(engineFailure("23503"))).isInstanceOf(EngineRaceException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"40001", "40P01"})
    void rollbacksOfTheDatabaseAreTransient(String state) {
        assertThat(EngineFailures.translate(engineFailure(state))).isInstanceOf(TransientDataAccessException.class);
    }

    @Test
    void aBrokenConstraintIsNot() {
        assertThat(EngineFailures.translate(engineFailure("23514")))
                .isInstanceOf(DataIntegrityViolationException.class)
                .isNotInstanceOf(TransientDataAccessException.class);
    }

    @ParameterizedTest
    @CsvSource({"ensureExecutionTreeInitialized", "ensureParentInitialized"})
    void aTreeWithAMissingPartIsALostRace(String method) {
        assertThat(EngineFailures.translate(nullPointer(ExecutionEntity.class, method)))
                .isInstanceOf(EngineRaceException.class);
        assertThat(EngineFailures.translate(nullPointer(PvmExecutionImpl.class, "getDelayedEvents")))
                .isInstanceOf(EngineRaceException.class);
    }

    @Test
    void aNullPointerOfAnybodyElseStaysABug() {
        NullPointerException bug = nullPointer(EngineFailuresTest.class, "ensureExecutionTreeInitialized");

        assertThat(EngineFailures.translate(bug)).isSameAs(bug);
    }

    @Test
    void aFailureWithoutDatabaseStaysItself() {
        ProcessEngineException failure = new ProcessEngineException("no such activity");

        assertThat(EngineFailures.translate(failure)).isSameAs(failure);
    }

    private static ProcessEngineException engineFailure(String sqlState) {
        return new ProcessEngineException("flush failed", new IllegalStateException(new SQLException("no", sqlState)));
    }

    private static NullPointerException nullPointer(Class<?> thrower, String method) {
        NullPointerException failure = new NullPointerException();
        failure.setStackTrace(
                new StackTraceElement[] {new StackTraceElement(thrower.getName(), method, "Source.java", 1)});
        return failure;
    }
}
