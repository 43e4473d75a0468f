package io.orderflow.fulfillmentmock.provider;

import io.orderflow.kafkaadapters.envelope.EventOrigin;
import io.orderflow.kafkaadapters.outbox.Outbox;
import io.orderflow.kafkaadapters.outbox.OutgoingEvent;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Answers requests that have become due. */
@Component
class FulfillmentAnswers {

    /** Large enough to share the cost of a commit, small enough to share the work between nodes. */
    static final int BATCH = 500;

    private final FulfillmentRequests requests;
    private final FulfillmentSettings settings;
    private final Outbox outbox;
    private final Clock clock;

    FulfillmentAnswers(FulfillmentRequests requests, FulfillmentSettings settings, Outbox outbox, Clock clock) {
        this.requests = requests;
        this.settings = settings;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** Answers one batch in one transaction and returns how many requests that were. */
    @Transactional
    public int answerBatch() {
        if (!settings.mayAnswer()) {
            return 0;
        }
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        List<FulfillmentRequest> answered = requests.answerDue(now, BATCH);
        outbox.append(
                answered.stream().map(request -> answer(request, now, null)).toList());
        return answered.size();
    }

    /** @param version null lets the outbox count */
    static OutgoingEvent answer(FulfillmentRequest request, Instant now, @Nullable Long version) {
        return new OutgoingEvent(
                "FulfillmentCompleted",
                request.tenantId(),
                "Fulfillment",
                request.orderId(),
                version,
                now,
                new FulfillmentCompleted(
                        request.orderId(),
                        request.orderLineId(),
                        request.attempt(),
                        request.idempotencyKey(),
                        request.providerReference(),
                        now),
                new EventOrigin(
                        request.correlationId(),
                        request.eventId().toString(),
                        request.traceId(),
                        Map.of("actorType", "SYSTEM")));
    }
}
