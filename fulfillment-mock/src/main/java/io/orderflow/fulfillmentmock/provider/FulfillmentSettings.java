package io.orderflow.fulfillmentmock.provider;

import io.orderflow.fulfillmentmock.latency.LatencyDistribution;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** How the provider behaves. Kept in the database, so that all nodes agree and a restart changes nothing. */
@Repository
public class FulfillmentSettings {

    private final JdbcClient jdbc;
    private final long seed;

    FulfillmentSettings(JdbcClient jdbc, @Value("${orderflow.fulfillment.latency-seed}") long seed) {
        this.jdbc = jdbc;
        this.seed = seed;
    }

    /** Sets between which bounds the provider takes its time for requests that arrive from now on. */
    public Current changeLatency(int minMillis, int maxMillis) {
        return jdbc.sql(FulfillmentSettingsSql.SET_LATENCY)
                .param("minMillis", minMillis)
                .param("maxMillis", maxMillis)
                .query(Current.class)
                .single();
    }

    /** Holds all answers back: once this returns, no node commits one until {@link #resume}. Requests still arrive. */
    @Transactional
    public Current pause() {
        jdbc.sql(FulfillmentSettingsSql.AWAIT_ANSWERING).query().singleRow();
        return changePaused(true);
    }

    /** Lets answers out again, first those that have become due meanwhile. */
    public Current resume() {
        return changePaused(false);
    }

    /** How long the provider takes if nothing else is said. */
    public LatencyDistribution latency() {
        Current current = current();
        return new LatencyDistribution(seed, current.minLatencyMillis(), current.maxLatencyMillis());
    }

    /** Whether answers may go out; if so it stays so until the surrounding transaction ends. */
    public boolean mayAnswer() {
        jdbc.sql(FulfillmentSettingsSql.ENTER_ANSWERING).query().singleRow();
        return !current().paused();
    }

    private Current current() {
        return jdbc.sql(FulfillmentSettingsSql.CURRENT).query(Current.class).single();
    }

    private Current changePaused(boolean paused) {
        return jdbc.sql(FulfillmentSettingsSql.SET_PAUSED)
                .param("paused", paused)
                .query(Current.class)
                .single();
    }

    /** The settings in force. */
    public record Current(int minLatencyMillis, int maxLatencyMillis, boolean paused) {}
}
