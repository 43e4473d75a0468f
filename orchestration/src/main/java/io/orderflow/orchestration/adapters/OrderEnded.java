package io.orderflow.orchestration.adapters;

/** Payload of OrderCompleted and OrderCancelled, of which only the order matters here. */
record OrderEnded(String orderId) {}
