package io.orderflow.fulfillmentmock.reversals;

import io.orderflow.fulfillmentmock.latency.LatencyDistribution;
import io.orderflow.fulfillmentmock.provider.FulfillmentAnswers;
import io.orderflow.fulfillmentmock.provider.FulfillmentRequest.Key;
import io.orderflow.fulfillmentmock.provider.FulfillmentSettings;
import io.orderflow.fulfillmentmock.provider.ProviderReference;
import io.orderflow.fulfillmentmock.reversals.ReversalRequested.Wish;
import io.orderflow.fulfillmentmock.scenarios.ScenarioSet;
import io.orderflow.fulfillmentmock.scenarios.Scenarios;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * Takes wishes to undo an attempt in, each once, and sees to it that the attempt itself is not answered any more. An
 * attempt that the provider never heard of is undone as well: there is nothing left of it, which is what was asked for.
 */
@Component
public class ReversalIntake {

    /** Sets the time that a reversal takes apart from the time that its attempt took. */
    private static final String REVERSAL = ":reversal";

    private final Reversals reversals;
    private final FulfillmentAnswers answers;
    private final FulfillmentSettings settings;
    private final Scenarios scenarios;
    private final Clock clock;

    ReversalIntake(
            Reversals reversals,
            FulfillmentAnswers answers,
            FulfillmentSettings settings,
            Scenarios scenarios,
            Clock clock) {
        this.reversals = reversals;
        this.answers = answers;
        this.settings = settings;
        this.scenarios = scenarios;
        this.clock = clock;
    }

    /**
     * Notes reversals in the current transaction.
     *
     * @return for each wish whether it was new; false if its attempt was to be undone before, also within the list
     */
    public List<Boolean> receive(List<Wish> wishes) {
        if (wishes.isEmpty()) {
            return List.of();
        }
        LatencyDistribution usual = settings.latency();
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        ScenarioSet inForce =
                scenarios.inForce(wishes.stream().map(Wish::subject).toList());
        Set<Key> added = reversals.add(wishes.stream()
                .map(wish -> reversal(wish, now, inForce.latency(wish.subject(), usual)))
                .toList());
        answers.withdraw(List.copyOf(added));
        // Removing tells the first wish from a repetition in the same list.
        return wishes.stream().map(wish -> added.remove(wish.key())).toList();
    }

    private static Reversal reversal(Wish wish, Instant now, LatencyDistribution latency) {
        ReversalRequested wanted = wish.wanted();
        String reference = wanted.providerReference() == null
                ? ProviderReference.of(wish.envelope().tenantId(), wanted.idempotencyKey())
                : wanted.providerReference();
        Duration takes = latency.latencyOf(wanted.idempotencyKey() + REVERSAL);
        return new Reversal(
                wish.key(),
                wanted.idempotencyKey(),
                reference,
                ProviderReference.ofReversal(wish.envelope().tenantId(), wanted.idempotencyKey()),
                wanted.requestedAt(),
                now,
                now.plus(takes),
                null,
                wish.envelope().eventId(),
                wish.envelope().correlationId(),
                wish.envelope().traceId());
    }
}
