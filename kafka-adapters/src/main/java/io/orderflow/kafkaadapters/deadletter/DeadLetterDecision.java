package io.orderflow.kafkaadapters.deadletter;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One thing that an operator did about a dead letter.
 *
 * @param action REDRIVE, REPAIR or DISCARD
 * @param code why it was a dead letter at that time
 * @param result what came of it
 * @param digest fingerprint of a corrected value
 */
public record DeadLetterDecision(
        Instant at,
        String actor,
        String reason,
        String action,
        String code,
        String result,
        @Nullable String detail,
        @Nullable String digest) {}
