package io.orderflow.kafkaadapters.consumer;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * What a consumer accepts beyond well-formed events.
 *
 * @param tenants whose events it works for
 * @param ledgerRetention how long it can tell a duplicate; an older event could be one
 * @param waitsForVersions whether an event of an unknown version is parked instead of becoming a dead letter
 */
record Acceptance(Set<String> tenants, Duration ledgerRetention, boolean waitsForVersions, Clock clock) {

    /** No business of ours is older; a clock that was never set starts at 1970. */
    private static final Instant EARLIEST = Instant.parse("2000-01-01T00:00:00Z");

    /** How far another machine's clock may be ahead. */
    private static final Duration AHEAD = Duration.ofDays(1);

    private static final int TIME_ORDERED = 7;

    /** What is wrong with the moment at which the event is said to have happened. */
    Optional<String> problemWithTime(Instant occurredAt) {
        boolean plausible = !occurredAt.isBefore(EARLIEST)
                && !occurredAt.isAfter(clock.instant().plus(AHEAD));
        return plausible ? Optional.empty() : Optional.of("Nothing can have occurred at " + occurredAt);
    }

    /** What is wrong with the age that a time-ordered id tells. */
    Optional<String> problemWithAge(UUID eventId) {
        if (eventId.version() != TIME_ORDERED) {
            return Optional.empty();
        }
        Instant created = Instant.ofEpochMilli(eventId.getMostSignificantBits() >>> 16);
        return created.isBefore(clock.instant().minus(ledgerRetention))
                ? Optional.of("Created at " + created + ", before anything that the ledger still knows")
                : Optional.empty();
    }
}
