package io.orderflow.fulfillmentmock.reversals;

import io.orderflow.fulfillmentmock.provider.FulfillmentAnswers;
import io.orderflow.fulfillmentmock.provider.FulfillmentSettings;
import io.orderflow.kafkaadapters.envelope.EventOrigin;
import io.orderflow.kafkaadapters.outbox.Outbox;
import io.orderflow.kafkaadapters.outbox.OutgoingEvent;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Says what is undone once that is due. A pause of the provider holds this as well. */
@Component
class ReversalAnswers {

    static final int BATCH = 500;

    private final Reversals reversals;
    private final FulfillmentAnswers answers;
    private final FulfillmentSettings settings;
    private final Outbox outbox;
    private final Clock clock;

    ReversalAnswers(
            Reversals reversals, FulfillmentAnswers answers, FulfillmentSettings settings, Outbox outbox, Clock clock) {
        this.reversals = reversals;
        this.answers = answers;
        this.settings = settings;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** Answers one batch in one transaction and returns how many reversals that were. */
    @Transactional
    public int answerBatch() {
        if (!settings.mayAnswer()) {
            return 0;
        }
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        List<Reversal> undone = reversals.answerDue(now, BATCH);
        if (undone.isEmpty()) {
            return 0;
        }
        answers.answerHeld(undone.stream().map(Reversal::key).toList());
        outbox.append(undone.stream().map(reversal -> answer(reversal, now)).toList());
        return undone.size();
    }

    private static OutgoingEvent answer(Reversal reversal, Instant now) {
        return new OutgoingEvent(
                "FulfillmentReversed",
                reversal.key().tenantId(),
                "Fulfillment",
                reversal.key().orderId(),
                null,
                now,
                new FulfillmentReversed(
                        reversal.key().orderId(),
                        reversal.key().orderLineId(),
                        reversal.key().attempt(),
                        reversal.idempotencyKey(),
                        reversal.providerReference(),
                        now,
                        reversal.reversalReference()),
                new EventOrigin(
                        reversal.correlationId(),
                        reversal.eventId().toString(),
                        reversal.traceId(),
                        Map.of("actorType", "SYSTEM")));
    }
}
