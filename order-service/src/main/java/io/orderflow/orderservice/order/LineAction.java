package io.orderflow.orderservice.order;

/** What the customer wants done with the offer of a line. */
public enum LineAction {
    ADD,
    MODIFY,
    REMOVE
}
