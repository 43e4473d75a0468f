package io.orderflow.fulfillmentmock.provider;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** A time in which the provider takes no requests. What it was asked before, it goes on to answer. Thread safe. */
@Repository
public class ProviderOutage {

    private final JdbcClient jdbc;
    private final Clock clock;

    ProviderOutage(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** From now on, for all nodes; in place of an outage that lasts already. @return until when */
    public Instant begin(Duration length) {
        Instant until = clock.instant().plus(length).truncatedTo(ChronoUnit.MICROS);
        set(until.atOffset(ZoneOffset.UTC));
        return until;
    }

    /** Over, whether or not there was one. */
    public void end() {
        set(null);
    }

    /** Until when it lasts; empty if there is none. */
    public Optional<Instant> until() {
        return jdbc.sql(FulfillmentSettingsSql.OUTAGE)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .query((row, number) ->
                        row.getObject("outage_until", OffsetDateTime.class).toInstant())
                .optional();
    }

    private void set(@Nullable OffsetDateTime until) {
        jdbc.sql(FulfillmentSettingsSql.SET_OUTAGE).param("until", until).update();
    }
}
