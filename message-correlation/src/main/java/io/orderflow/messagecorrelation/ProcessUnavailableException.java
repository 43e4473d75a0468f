package io.orderflow.messagecorrelation;

import org.springframework.dao.TransientDataAccessResourceException;

/**
 * No instance can be started because an operator has suspended the process definition. A transient data access failure:
 * whoever waits and tries again loses nothing.
 */
public final class ProcessUnavailableException extends TransientDataAccessResourceException {

    private static final long serialVersionUID = 1L;

    public ProcessUnavailableException(String processKey, int version) {
        super(processKey + " version " + version + " is suspended: activate it to go on");
    }
}
