package io.orderflow.orderservice.order.messaging;

/** Payload of the event that a process has taken an order up, as far as this service reads it. */
record OrchestrationStarted(String orderId, String processInstanceId) {}
