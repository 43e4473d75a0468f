package io.orderflow.kafkaadapters.deadletter;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What became of one dead letter that was brought back.
 *
 * @param id of the letter
 * @param detail reason code and words, where there is something to say
 */
public record RedriveResult(UUID id, Verdict verdict, @Nullable String detail) {

    /** How it ended. */
    public enum Verdict {
        /** It had its effect. */
        APPLIED,
        /** The handler has nothing to do for it. */
        IGNORED,
        /** The handler says that it speaks about a state that has passed. */
        STALE,
        /** The business said no. */
        REJECTED,
        /** It waits for an earlier version of its aggregate, or its handler waits for something; it goes on by itself. */
        PARKED,
        /** An event with its id and its content has been received in the meantime; the letter is closed. */
        DUPLICATE,
        /** It failed again and is still a dead letter. */
        FAILED_AGAIN,
        /** It still breaks its contract, so no handler has seen it; still a dead letter. */
        STILL_REFUSED,
        /** It has come back too often; still a dead letter. */
        LOOP_GUARD,
        /** It was given up. */
        DISCARDED,
        /** It is not open (any more), or somebody else has it in hand at this moment. */
        GONE;

        /** Whether nothing is left to be done about the letter. */
        public boolean isClosed() {
            return switch (this) {
                case APPLIED, IGNORED, STALE, REJECTED, PARKED, DUPLICATE, DISCARDED -> true;
                case FAILED_AGAIN, STILL_REFUSED, LOOP_GUARD, GONE -> false;
            };
        }
    }
}
