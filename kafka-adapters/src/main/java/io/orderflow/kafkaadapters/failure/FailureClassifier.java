package io.orderflow.kafkaadapters.failure;

import java.sql.SQLException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientException;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionSystemException;

/**
 * Tells our own broken infrastructure (wait and try the same again) from everything else (the event is at fault). A
 * library that loses a race signals it with a {@link TransientDataAccessException}, e.g. a
 * {@link org.springframework.dao.ConcurrencyFailureException}.
 */
public final class FailureClassifier {

    private static final Set<Class<? extends Throwable>> TRANSIENT = Set.of(
            TransientDataAccessException.class,
            RecoverableDataAccessException.class,
            DataAccessResourceFailureException.class,
            CannotCreateTransactionException.class,
            TransactionSystemException.class,
            SQLTransientException.class,
            SQLRecoverableException.class);

    /** SQL state classes: connection, transaction rollback, resources, operator intervention, lock not available. */
    private static final Set<String> TRANSIENT_STATES = Set.of("08", "40", "53", "57", "55");

    private FailureClassifier() {}

    /** True if trying the same again, unchanged, can succeed. */
    public static boolean isTransient(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = next(cause)) {
            Throwable current = cause;
            if (TRANSIENT.stream().anyMatch(type -> type.isInstance(current))) {
                return true;
            }
            if (current instanceof SQLException sql && isTransientState(sql.getSQLState())) {
                return true;
            }
        }
        return false;
    }

    private static boolean isTransientState(@Nullable String state) {
        return state != null && state.length() == 5 && TRANSIENT_STATES.contains(state.substring(0, 2));
    }

    private static @Nullable Throwable next(Throwable cause) {
        return cause.getCause() == cause ? null : cause.getCause();
    }
}
