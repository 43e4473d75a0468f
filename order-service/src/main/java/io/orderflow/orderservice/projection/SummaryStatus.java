package io.orderflow.orderservice.projection;

/** Where an order is, by the last fact about the whole of it. */
public enum SummaryStatus {
    CAPTURED,
    VALIDATED,
    REJECTED,
    ACTIVE,
    COMPLETED,
    CANCELLED
}
