package io.orderflow.orderservice.order.usecase;

import io.orderflow.orderservice.order.OrderKey;
import java.time.Instant;

/**
 * What became of a capture command: the key it came under, the body it had and the order it stands for.
 *
 * @param bodyHash fingerprint of the body; the same key with another one is a mistake of the caller
 */
public record CaptureReceipt(OrderKey order, String idempotencyKey, String bodyHash, Instant receivedAt) {}
