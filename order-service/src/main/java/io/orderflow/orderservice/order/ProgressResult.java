package io.orderflow.orderservice.order;

/** What an order made of something that others reported about it. */
public sealed interface ProgressResult {

    ProgressResult APPLIED = new Applied();

    /** It moved the order. */
    record Applied() implements ProgressResult {}

    /** It speaks of a state that has passed: late, or said before. Nothing changed. */
    record Stale(String reason) implements ProgressResult {}

    /**
     * It contradicts what the order knows, and somebody should look. Nothing changed.
     *
     * @param code stable, lower snake case
     */
    record Conflict(String code, String reason) implements ProgressResult {}

    /** There is no such order or line in this tenant. */
    record Unknown(String reason) implements ProgressResult {}
}
