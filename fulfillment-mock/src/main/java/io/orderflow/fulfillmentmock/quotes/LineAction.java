package io.orderflow.fulfillmentmock.quotes;

/** What a line does to what the customer has. */
enum LineAction {
    ADD,
    MODIFY,
    REMOVE
}
