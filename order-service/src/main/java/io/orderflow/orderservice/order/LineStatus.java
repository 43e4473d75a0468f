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
    /** Fulfilled. */
    COMPLETED,
    /** Its order was cancelled while it was open. */
    CANCELLED;

    /** Whether the life goes on from here to {@code next}; terminal states never change. */
    public boolean canBecome(LineStatus next) {
        return successors().contains(next);
    }

    public boolean isTerminal() {
        return successors().isEmpty();
    }

    private Set<LineStatus> successors() {
        return switch (this) {
            case PENDING -> Set.of(RELEASED, CANCELLED);
            case RELEASED -> Set.of(REQUESTED, CANCELLED);
            case REQUESTED -> Set.of(COMPLETED, CANCELLED);
            case COMPLETED, CANCELLED -> Set.of();
        };
    }
}
