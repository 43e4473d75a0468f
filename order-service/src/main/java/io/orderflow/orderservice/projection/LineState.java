package io.orderflow.orderservice.projection;

/** Where a line is, as far as events of orders tell. */
public enum LineState {
    PENDING,
    RELEASED,
    REQUESTED,
    COMPLETED,
    FAILED,
    WAIVED,
    CANCELLED
}
