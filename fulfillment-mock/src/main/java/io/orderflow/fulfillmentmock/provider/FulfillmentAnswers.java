package io.orderflow.fulfillmentmock.provider;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Answers requests that have become due, and settles those that are to be undone. Several nodes may do so side by side. */
@Component
public class FulfillmentAnswers {

    /** Large enough to share the cost of a commit, small enough to share the work between nodes. */
    static final int BATCH = 500;

    private static final int REORDERED_ORDERS = 20;

    private final FulfillmentRequests requests;
    private final FulfillmentSettings settings;
    private final AnswerEvents events;
    private final Clock clock;

    FulfillmentAnswers(FulfillmentRequests requests, FulfillmentSettings settings, AnswerEvents events, Clock clock) {
        this.requests = requests;
        this.settings = settings;
        this.events = events;
        this.clock = clock;
    }

    /** Answers one batch in one transaction and returns how many requests that were. */
    @Transactional
    public int answerBatch() {
        if (!settings.mayAnswer()) {
            return 0;
        }
        Instant now = now();
        return publish(requests.answerDue(now, BATCH), now);
    }

    /** As {@link #answerBatch} for requests that are answered in another order than due. */
    @Transactional
    public int answerReordered() {
        if (!settings.mayAnswer()) {
            return 0;
        }
        Instant now = now();
        return publish(requests.answerReordered(now, REORDERED_ORDERS), now);
    }

    /**
     * Takes back requests that are to be undone and were not answered yet, in the current transaction. Those that are held
     * until then stay as they are.
     */
    public void withdraw(List<FulfillmentRequest.Key> undone) {
        requests.withdrawUndone(now(), undone);
    }

    /** Answers those requests that were held until they are undone, in the current transaction; any other stays as it is. */
    public void answerHeld(List<FulfillmentRequest.Key> undone) {
        Instant now = now();
        publish(requests.answerHeld(now, undone), now);
    }

    private int publish(List<FulfillmentRequest> answered, Instant now) {
        answered.forEach(request -> events.publish(request, now));
        return answered.size();
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
