package io.orderflow.messagecorrelation.camunda;

import io.orderflow.messagecorrelation.EngineRaceException;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.impl.bpmn.behavior.MultiInstanceActivityBehavior;
import org.camunda.bpm.engine.impl.cmd.AbstractCorrelateMessageCmd;
import org.camunda.bpm.engine.impl.cmd.MessageEventReceivedCmd;
import org.camunda.bpm.engine.impl.persistence.entity.EventSubscriptionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.JobEntity;
import org.camunda.bpm.engine.impl.pvm.runtime.PvmExecutionImpl;
import org.camunda.bpm.engine.impl.util.EnsureUtil;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.support.SQLStateSQLExceptionTranslator;

/**
 * The engine reports one and the same lost race in several ways, some of which look like bugs. Here they become one
 * exception that says "try again"; database trouble underneath becomes Spring's, so that callers can tell its kinds apart.
 */
final class EngineFailures {

    /** A row that ours refers to is gone: the other transaction has ended the instance. */
    private static final String FOREIGN_KEY_VIOLATION = "23503";

    /** Where the engine falls over an instance of which the other transaction has removed a part. */
    private static final Set<String> TREE_READERS = Set.of(
            "ensureExecutionTreeInitialized",
            "ensureParentInitialized",
            "ensureProcessInstanceInitialized",
            "restoreProcessInstance",
            "getDelayedEvents",
            "hasChildren");

    /** Methods that fail themselves only because a row is gone that belongs to another that they have read. */
    private static final Set<String> READERS = Set.of(
            method(AbstractCorrelateMessageCmd.class, "createMessageCorrelationResult"),
            method(EventSubscriptionEntity.class, "getProcessDefinition"),
            method(MultiInstanceActivityBehavior.class, "getLoopVariable"),
            method(JobEntity.class, "execute"));

    /** The engine has found who waits, and finds that nobody does. */
    private static final List<String> LOST_WAIT = List.of(
            method(MessageEventReceivedCmd.class, "execute"),
            method(AbstractCorrelateMessageCmd.class, "triggerExecution"));

    private static final Set<String> EXECUTIONS =
            Set.of(ExecutionEntity.class.getName(), PvmExecutionImpl.class.getName());

    private EngineFailures() {}

    static RuntimeException translate(RuntimeException failure) {
        if (failure instanceof OptimisticLockingException || isBrokenTree(failure) || hasVanished(failure)) {
            return new EngineRaceException("another transaction changed the same process instance", failure);
        }
        if (failure instanceof ProcessEngineException) {
            @Nullable SQLException sql = sqlCause(failure);
            if (sql != null && FOREIGN_KEY_VIOLATION.equals(sql.getSQLState())) {
                return new EngineRaceException("another transaction ended the same process instance", failure);
            }
            @Nullable DataAccessException translated = sql == null ? null : translate(sql);
            return translated == null ? failure : translated;
        }
        return failure;
    }

    private static @Nullable DataAccessException translate(SQLException sql) {
        return new SQLStateSQLExceptionTranslator().translate("process engine", null, sql);
    }

    private static boolean isBrokenTree(RuntimeException failure) {
        if (!(failure instanceof NullPointerException) && !(failure instanceof ProcessEngineException)) {
            return false;
        }
        return Arrays.stream(failure.getStackTrace())
                .limit(4)
                .anyMatch(frame ->
                        EXECUTIONS.contains(frame.getClassName()) && TREE_READERS.contains(frame.getMethodName()));
    }

    /**
     * Something that was found a statement ago is gone. Whoever names an execution of his own choice is told in the same
     * words that nobody waits there, and may simply be wrong: that stays as it is.
     */
    private static boolean hasVanished(RuntimeException failure) {
        if (!(failure instanceof NullPointerException) && !(failure instanceof ProcessEngineException)) {
            return false;
        }
        List<String> callers = Arrays.stream(failure.getStackTrace())
                .dropWhile(EngineFailures::onlyReports)
                .limit(2)
                .map(frame -> frame.getClassName() + "." + frame.getMethodName())
                .toList();
        return (!callers.isEmpty() && READERS.contains(callers.get(0))) || callers.equals(LOST_WAIT);
    }

    private static boolean onlyReports(StackTraceElement frame) {
        String type = frame.getClassName();
        return type.startsWith("java.") || type.startsWith("jdk.") || type.equals(EnsureUtil.class.getName());
    }

    private static String method(Class<?> type, String name) {
        return type.getName() + "." + name;
    }

    private static @Nullable SQLException sqlCause(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql) {
                return sql;
            }
        }
        return null;
    }
}
