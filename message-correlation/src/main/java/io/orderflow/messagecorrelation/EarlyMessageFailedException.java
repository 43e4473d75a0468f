package io.orderflow.messagecorrelation;

import org.springframework.dao.TransientDataAccessResourceException;

/**
 * An instance began to wait, and the message that was kept for it broke the process. Nothing of the transaction is the
 * cause; it succeeds if it is repeated, because the message is put aside first. So this is a transient failure.
 */
public final class EarlyMessageFailedException extends TransientDataAccessResourceException {

    private static final long serialVersionUID = 1L;

    public EarlyMessageFailedException(CorrelationRequest request, RuntimeException cause) {
        super("an early message for " + request.businessKey() + " failed and was put aside: " + cause, cause);
    }
}
