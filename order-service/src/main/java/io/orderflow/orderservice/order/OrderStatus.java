package io.orderflow.orderservice.order;

import java.util.Set;

/** Where an order is in its life. */
public enum OrderStatus {
    /** Taken from the customer, not yet checked. */
    CAPTURED,
    /** Checked; waits for a process to take it up. */
    VALIDATED,
    /** Cannot be fulfilled as it was accepted. */
    REJECTED,
    /** A process coordinates it. */
    ACTIVE,
    /** Every line is fulfilled. */
    COMPLETED,
    /** Called off before its point of no return. */
    CANCELLED;

    /** Whether the life goes on from here to {@code next}; terminal states never change. */
    public boolean canBecome(OrderStatus next) {
        return successors().contains(next);
    }

    public boolean isTerminal() {
        return successors().isEmpty();
    }

    private Set<OrderStatus> successors() {
        return switch (this) {
            case CAPTURED -> Set.of(VALIDATED, REJECTED, CANCELLED);
            case VALIDATED -> Set.of(ACTIVE, CANCELLED);
            case ACTIVE -> Set.of(COMPLETED, CANCELLED);
            case REJECTED, COMPLETED, CANCELLED -> Set.of();
        };
    }
}
