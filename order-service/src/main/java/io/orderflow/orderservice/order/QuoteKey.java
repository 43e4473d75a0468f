package io.orderflow.orderservice.order;

/** A quote of a tenant; at most one order stands for it. */
public record QuoteKey(String tenantId, String quoteId) {}
