package io.orderflow.orderservice.projection.replay;

import org.jspecify.annotations.Nullable;

/** There is one replay at a time, and it is somebody else's. */
public final class ReplayInProgressException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Generation.@Nullable Run run;

    ReplayInProgressException(Generation.@Nullable Run run) {
        super("A replay is running", null, false, false);
        this.run = run;
    }

    /** Whose; null in the moment in which it begins or ends. */
    public Generation.@Nullable Run run() {
        return run;
    }
}
