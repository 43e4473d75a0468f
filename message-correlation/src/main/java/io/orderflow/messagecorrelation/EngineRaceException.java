package io.orderflow.messagecorrelation;

import org.jspecify.annotations.Nullable;
import org.springframework.dao.ConcurrencyFailureException;

/**
 * Another transaction changed the same process instance first. A transient data access failure: the transaction is rolled
 * back, and the same work in a new one succeeds or finds that there is nothing left to do.
 */
public final class EngineRaceException extends ConcurrencyFailureException {

    private static final long serialVersionUID = 1L;

    public EngineRaceException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
