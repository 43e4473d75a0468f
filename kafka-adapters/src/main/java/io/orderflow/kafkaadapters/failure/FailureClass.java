package io.orderflow.kafkaadapters.failure;

/** The six kinds of failure; each has its own action (section 21 of the event backbone requirement). */
public enum FailureClass {
    /** Database or broker trouble of our own: retried in place, the consumer paused, nothing skipped. */
    TRANSIENT_INFRASTRUCTURE,
    /** Somebody else's outage. */
    DEPENDENCY_OUTAGE,
    /** The record breaks its contract, so no retry can help: dead letter at once. */
    CONTRACT_VIOLATION,
    /** A type or version this consumer does not know yet: dead letter until it is upgraded. */
    UNKNOWN_EVENT_VERSION,
    /** The business said no: recorded, never retried. */
    BUSINESS_REJECTION,
    /** A foreign or missing tenant: dead letter and a line in the security log. */
    TENANT_VIOLATION
}
