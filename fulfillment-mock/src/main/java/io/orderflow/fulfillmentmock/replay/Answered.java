package io.orderflow.fulfillmentmock.replay;

/** What every answer of the provider says, whether it fulfilled, failed or undid. */
record Answered(String orderId, String orderLineId, int attempt) {}
