package io.orderflow.fulfillmentmock.replay;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One run of the comparison.
 *
 * @param requestsSince events before this moment are no longer on the topic, so older requests were not compared
 * @param answersSince the same for answers
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Replay(
        UUID id,
        State state,
        Instant startedAt,
        String startedBy,
        @Nullable Instant endedAt,
        @Nullable String failure,
        long requestsRead,
        long answersRead,
        @Nullable Instant requestsSince,
        @Nullable Instant answersSince) {

    enum State {
        RUNNING,
        FINISHED,
        FAILED,
        /** Its node died; another run begins anew. */
        INTERRUPTED
    }
}
