package io.orderflow.orderservice.order;

import java.time.Instant;

/**
 * Why a provider could not fulfil a line the last time it gave up.
 *
 * @param code stable, lower snake case
 * @param reason the same for people, as the provider put it
 * @param retryable whether the provider expects another attempt to succeed
 * @param at when the order recorded it
 */
public record LineFailure(String code, String reason, boolean retryable, Instant at) {}
