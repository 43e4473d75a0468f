package io.orderflow.orderservice.order.messaging;

/** Payload of the event that the process of an order has come to a line, as far as this service reads it. */
record OrderLineReleased(String orderId, String orderLineId, String processInstanceId) {}
