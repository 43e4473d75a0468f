package io.orderflow.orderservice.order;

import java.util.Set;

/** Where an order line is in its life. */
public enum LineStatus {
    /** The process has not come to it yet. */
    PENDING,
    /** The process has come to it; lines it depends on may still be open. */
    RELEASED,
    /** A provider has been asked to fulfil it. */
    REQUESTED,
    /** The provider has given up; somebody decides whether to ask again or to do without it. */
    FAILED,
    /** Fulfilled. */
    COMPLETED,
    /** The order does without it. */
    WAIVED,
    /** Its order was cancelled while it was open. */
    CANCELLED,
    /** Its order was cancelled, and a provider has been asked to take back what it did. */
    REVERSING,
    /** Its order was cancelled, and the provider has taken back what it did. */
    REVERSED;

    /**
     * Whether the life goes on from here to {@code next}. Terminal states never change. The two ways into {@link #REVERSING}
     * are open in a cancelled order only.
     */
    public boolean canBecome(LineStatus next) {
        return successors().contains(next);
    }

    public boolean isTerminal() {
        return successors().isEmpty();
    }

    /** Whether its order still waits for it. */
    public boolean isOpen() {
        return switch (this) {
            case PENDING, RELEASED, REQUESTED, FAILED -> true;
            case COMPLETED, WAIVED, CANCELLED, REVERSING, REVERSED -> false;
        };
    }

    /** Whether a provider has something to take back if the order is cancelled now. */
    boolean leavesSomethingBehind() {
        return switch (this) {
            case REQUESTED, COMPLETED -> true;
            case PENDING, RELEASED, FAILED, WAIVED, CANCELLED, REVERSING, REVERSED -> false;
        };
    }

    private Set<LineStatus> successors() {
        return switch (this) {
            case PENDING -> Set.of(RELEASED, CANCELLED);
            case RELEASED -> Set.of(REQUESTED, CANCELLED);
            case REQUESTED -> Set.of(COMPLETED, FAILED, CANCELLED);
            case FAILED -> Set.of(REQUESTED, WAIVED, CANCELLED);
            case COMPLETED, CANCELLED -> Set.of(REVERSING);
            case REVERSING -> Set.of(REVERSED);
            case WAIVED, REVERSED -> Set.of();
        };
    }
}
