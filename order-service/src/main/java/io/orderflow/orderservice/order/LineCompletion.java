package io.orderflow.orderservice.order;

/**
 * A provider's word that it has fulfilled a line.
 *
 * @param attempt which request it answers
 * @param idempotencyKey the key of that request
 */
public record LineCompletion(String orderLineId, int attempt, String idempotencyKey, String providerReference) {}
