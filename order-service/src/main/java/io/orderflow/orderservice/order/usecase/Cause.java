package io.orderflow.orderservice.order.usecase;

import io.orderflow.kafkaadapters.envelope.EventOrigin;

/**
 * Why something happens to an order: handed on with every fact that follows and kept in its history.
 *
 * @param actor the user or service behind it
 */
public record Cause(EventOrigin origin, String actor) {}
