package io.orderflow.kafkaadapters.deadletter;

import io.orderflow.kafkaadapters.Account;

/**
 * How dead letters are brought back.
 *
 * @param atMost no more letters than this
 * @param perSecond no faster than this
 * @param dryRun everything is done as always and then taken back, so that the results are the real ones
 */
public record RedriveTerms(int atMost, int perSecond, boolean dryRun, Account account) {

    public static final int MOST_AT_ONCE = 1_000;

    public RedriveTerms {
        if (atMost < 1 || atMost > MOST_AT_ONCE || perSecond < 1) {
            throw new IllegalArgumentException(
                    "Redrive at least 1 and at most %d letters, at least 1 per second".formatted(MOST_AT_ONCE));
        }
    }
}
