package io.orderflow.kafkaadapters.outbox;

import io.orderflow.kafkaadapters.upkeep.UpkeepJob;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Tidies up after relays that died without a word. The living take expired shards by themselves; this only makes the
 * tables tell the truth when nobody is left to.
 */
final class LeaseReaper implements UpkeepJob {

    private static final Logger LOG = LoggerFactory.getLogger(LeaseReaper.class);

    private final JdbcClient jdbc;
    private final Duration lease;

    LeaseReaper(JdbcClient jdbc, Duration lease) {
        this.jdbc = jdbc;
        this.lease = lease;
    }

    @Override
    public String name() {
        return "outbox.dead-relays";
    }

    @Override
    public Duration every() {
        return lease.multipliedBy(3);
    }

    @Override
    public void run() {
        String grace = lease.toMillis() + " milliseconds";
        int shards = jdbc.sql(ShardSql.FREE_EXPIRED).param("grace", grace).update();
        int relays = jdbc.sql(ShardSql.BURY_RELAYS).param("grace", grace).update();
        if (shards > 0 || relays > 0) {
            LOG.warn("{} relays are gone without a word; {} shards of theirs are free", relays, shards);
        }
    }
}
