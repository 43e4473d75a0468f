package io.orderflow.orchestration.adapters;

/** Which line is fulfilled. */
record OrderLineFulfillmentCompleted(String orderLineId) {}
