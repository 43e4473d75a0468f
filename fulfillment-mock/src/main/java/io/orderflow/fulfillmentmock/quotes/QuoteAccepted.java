package io.orderflow.fulfillmentmock.quotes;

import java.time.Instant;
import java.util.List;

/** Payload of the event that a quote was accepted. */
record QuoteAccepted(
        String quoteId,
        String customerId,
        String acceptedBy,
        Instant acceptedAt,
        String currency,
        Acceptance.Totals totals,
        List<QuoteLine> lines,
        String commercialSnapshotHash) {}
