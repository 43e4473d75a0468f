package io.orderflow.orchestration.adapters;

/** Payload of an event of which only the order matters here. */
record AboutOrder(String orderId) {}
