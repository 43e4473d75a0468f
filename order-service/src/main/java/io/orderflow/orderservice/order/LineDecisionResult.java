package io.orderflow.orderservice.order;

/** What came of the wish to ask for a failed line again, or to do without it. */
public sealed interface LineDecisionResult {

    LineDecisionResult APPLIED = new Applied();

    record Applied() implements LineDecisionResult {}

    /** Only a failed line of an active order leaves something to decide. */
    record NotPossible(OrderStatus orderStatus, LineStatus lineStatus) implements LineDecisionResult {}

    record UnknownLine(String orderLineId) implements LineDecisionResult {}

    /** The order has moved since the asker looked. Nothing changed. */
    record VersionConflict(long currentVersion) implements LineDecisionResult {}
}
