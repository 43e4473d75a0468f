package io.orderflow.fulfillmentmock.quotes;

import io.orderflow.httpapi.problem.ApiProblem;
import io.orderflow.kafkaadapters.envelope.EventOrigin;
import io.orderflow.kafkaadapters.outbox.Outbox;
import io.orderflow.kafkaadapters.outbox.OutgoingEvent;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Accepts a quote once and publishes that fact with the same commit. */
@Service
class AcceptQuote {

    private final QuoteAcceptances acceptances;
    private final Outbox outbox;
    private final Clock clock;

    AcceptQuote(QuoteAcceptances acceptances, Outbox outbox, Clock clock) {
        this.acceptances = acceptances;
        this.outbox = outbox;
        this.clock = clock;
    }

    /**
     * Accepts the quote, or finds it accepted already with the same words.
     *
     * @throws ApiProblem {@code quote_conflict} if it was accepted with other words
     */
    @Transactional
    public AcceptedQuote accept(String tenantId, String quoteId, Acceptance acceptance, String traceId) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        Acceptance.Totals totals = acceptance.totals();
        AcceptedQuote quote = new AcceptedQuote(
                quoteId,
                now,
                totals.oneTimeTotal().toPlainString(),
                Fingerprints.commercialSnapshot(quoteId, acceptance),
                Fingerprints.request(quoteId, acceptance));
        if (acceptances.add(tenantId, quote)) {
            outbox.append(event(tenantId, quote, acceptance, totals, traceId));
            return quote;
        }
        AcceptedQuote before = acceptances.get(tenantId, quoteId);
        if (!before.requestHash().equals(quote.requestHash())) {
            throw new ApiProblem(
                    HttpStatus.CONFLICT, "quote_conflict", "The quote was accepted before, with another content.");
        }
        return before;
    }

    private static OutgoingEvent event(
            String tenantId, AcceptedQuote quote, Acceptance acceptance, Acceptance.Totals totals, String traceId) {
        return new OutgoingEvent(
                "QuoteAccepted",
                tenantId,
                "Quote",
                quote.quoteId(),
                null,
                quote.acceptedAt(),
                new QuoteAccepted(
                        quote.quoteId(),
                        acceptance.customerId(),
                        acceptance.acceptedBy(),
                        quote.acceptedAt(),
                        acceptance.currency(),
                        totals,
                        acceptance.lines(),
                        quote.commercialSnapshotHash()),
                new EventOrigin(
                        "corr_" + UUID.randomUUID().toString().replace("-", ""),
                        null,
                        traceId,
                        Map.of("actorType", "USER", "actorId", acceptance.acceptedBy())));
    }
}
