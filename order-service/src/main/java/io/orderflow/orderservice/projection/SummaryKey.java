package io.orderflow.orderservice.projection;

/** Names an order within its tenant. */
public record SummaryKey(String tenantId, String orderId) {}
