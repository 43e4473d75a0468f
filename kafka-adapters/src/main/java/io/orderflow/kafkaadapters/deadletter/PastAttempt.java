package io.orderflow.kafkaadapters.deadletter;

import java.time.Instant;

/**
 * One failed try of a record.
 *
 * @param at when it failed
 * @param errorClass stable reason code in snake case
 * @param errorMessage what was wrong, in words
 */
public record PastAttempt(Instant at, String errorClass, String errorMessage) {}
