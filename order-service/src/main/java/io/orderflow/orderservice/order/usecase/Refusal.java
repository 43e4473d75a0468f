package io.orderflow.orderservice.order.usecase;

import io.orderflow.orderservice.order.OrderKey;
import java.time.Instant;

/**
 * A cancellation that was refused. It moved nothing, so it is no version of the order; it is kept all the same, because
 * somebody asked.
 *
 * @param reason what the asker gave as reason
 * @param code why it was refused
 */
public record Refusal(OrderKey order, Instant at, String actor, String reason, String code, String detail) {}
