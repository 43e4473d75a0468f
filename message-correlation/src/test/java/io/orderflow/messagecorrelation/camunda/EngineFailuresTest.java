package io.orderflow.messagecorrelation.camunda;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderflow.messagecorrelation.EngineRaceException;
import java.lang.reflect.Constructor;
import java.sql.SQLException;
import java.util.stream.Stream;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.exception.NullValueException;
import org.camunda.bpm.engine.impl.bpmn.behavior.MultiInstanceActivityBehavior;
import org.camunda.bpm.engine.impl.cmd.AbstractCorrelateMessageCmd;
import org.camunda.bpm.engine.impl.cmd.MessageEventReceivedCmd;
import org.camunda.bpm.engine.impl.persistence.entity.EventSubscriptionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.JobEntity;
import org.camunda.bpm.engine.impl.pvm.runtime.PvmExecutionImpl;
import org.camunda.bpm.engine.impl.util.EnsureUtil;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
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

    static Stream<RuntimeException> vanished() {
        return Stream.of(
                nullPointer(AbstractCorrelateMessageCmd.class, "createMessageCorrelationResult"),
                nullPointer(EventSubscriptionEntity.class, "getProcessDefinition"),
                checkFailed(frame(MultiInstanceActivityBehavior.class, "getLoopVariable")),
                checkFailed(frame(JobEntity.class, "execute")),
                checkFailed(
                        frame(MessageEventReceivedCmd.class, "execute"),
                        frame(AbstractCorrelateMessageCmd.class, "triggerExecution")));
    }

    @ParameterizedTest
    @MethodSource("vanished")
    void whatIsGoneRightAfterItWasReadIsALostRace(RuntimeException failure) {
        assertThat(EngineFailures.translate(failure)).isInstanceOf(EngineRaceException.class);
    }

    @Test
    void aWaitThatSomebodyHasMadeUpIsNot() {
        RuntimeException failure = checkFailed(frame(MessageEventReceivedCmd.class, "execute"));

        assertThat(EngineFailures.translate(failure)).isSameAs(failure);
    }

    @Test
    void aNullPointerOfWhatACorrelationStartsStaysABug() {
        NullPointerException bug = new NullPointerException();
        bug.setStackTrace(new StackTraceElement[] {
            frame(EngineFailuresTest.class, "delegate"),
            frame(AbstractCorrelateMessageCmd.class, "createMessageCorrelationResult")
        });

        assertThat(EngineFailures.translate(bug)).isSameAs(bug);
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
        failure.setStackTrace(new StackTraceElement[] {frame(thrower, method)});
        return failure;
    }

    private static RuntimeException checkFailed(StackTraceElement... callers) {
        NullValueException failure = new NullValueException("is null");
        failure.setStackTrace(Stream.concat(
                        Stream.of(frame(Constructor.class, "newInstance"), frame(EnsureUtil.class, "ensureNotNull")),
                        Stream.of(callers))
                .toArray(StackTraceElement[]::new));
        return failure;
    }

    private static StackTraceElement frame(Class<?> type, String method) {
        return new StackTraceElement(type.getName(), method, "Source.java", 1);
    }
}
