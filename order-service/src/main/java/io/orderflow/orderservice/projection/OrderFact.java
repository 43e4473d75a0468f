package io.orderflow.orderservice.projection;

import java.time.Instant;

/**
 * What an event says, as far as the read model cares.
 *
 * @param version the order's version after the fact, from 1 without gaps
 */
public record OrderFact(SummaryKey key, long version, Instant at, Change change) {}
