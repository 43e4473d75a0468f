package io.orderflow.orchestration.adapters;

/** Payload of an event of which only the line matters here. */
record AboutLine(String orderLineId) {}
