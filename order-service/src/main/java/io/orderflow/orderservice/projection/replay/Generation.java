package io.orderflow.orderservice.projection.replay;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One table of the read model, and the replay that filled it.
 *
 * @param run null if no replay filled it: the first table began empty
 * @param failure why the last run ended before its time; null if it did not
 * @param comparison with the table that was in use; null until the replay has come that far
 * @param acceptedBecause why it came into use although it differed
 */
public record Generation(
        int number,
        State state,
        Instant createdAt,
        String createdBy,
        @Nullable Run run,
        @Nullable String failure,
        @Nullable Comparison comparison,
        @Nullable Instant switchedAt,
        @Nullable String acceptedBecause) {

    /** What a generation is good for. */
    public enum State {
        /** A replay fills it, or was interrupted. */
        BUILDING,
        /** Compared and found to differ: an operator has to decide. */
        DIFFERENT,
        /** Readers see it. */
        CURRENT,
        /** Was in use and is kept. */
        OLD,
        /** Was given up before it came into use; has no table. */
        DISCARDED,
        /** Was in use once; has no table. */
        DROPPED;

        public boolean isUnfinished() {
            return this == BUILDING || this == DIFFERENT;
        }

        public boolean hasTable() {
            return this != DISCARDED && this != DROPPED;
        }
    }

    /**
     * The last run of its replay.
     *
     * @param by the operator who asked for it
     * @param on the node that runs it
     * @param events how many records it has read; a run that goes on after an interruption counts anew
     * @param millis how long it has been reading
     * @param skipped how many of the records are dead letters
     * @param early how many events wait for an earlier one of their order
     */
    public record Run(String by, String on, Instant beganAt, long events, long millis, long skipped, long early) {}

    public String table() {
        return table(number);
    }

    public static String table(int number) {
        return "order_summary_projection_v" + number;
    }
}
