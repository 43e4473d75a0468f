package io.orderflow.fulfillmentmock.quotes;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;

/** An accepted quote, as callers see it: the same for the first acceptance and for every repetition. */
record AcceptedQuote(
        String quoteId,
        Instant acceptedAt,
        String oneTimeTotal,
        String commercialSnapshotHash,
        @JsonIgnore String requestHash) {}
