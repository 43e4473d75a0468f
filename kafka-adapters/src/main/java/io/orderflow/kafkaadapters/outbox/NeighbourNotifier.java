package io.orderflow.kafkaadapters.outbox;

import java.time.Duration;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Tells the relays of other nodes that there is something new, at most 25 times a second and never from a business
 * transaction: a NOTIFY makes every commit of the database wait in one line.
 */
final class NeighbourNotifier implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(NeighbourNotifier.class);
    private static final Duration GAP = Duration.ofMillis(40);
    private static final Duration IDLE = Duration.ofMillis(500);

    private final JdbcClient jdbc;
    private final WakeUp wakeUp;
    private final String self;
    private final BooleanSupplier othersAlive;
    private volatile @Nullable StoppableThread thread;

    NeighbourNotifier(JdbcClient jdbc, WakeUp wakeUp, String self, BooleanSupplier othersAlive) {
        this.jdbc = jdbc;
        this.wakeUp = wakeUp;
        this.self = self;
        this.othersAlive = othersAlive;
    }

    private void turn(StoppableThread current) throws InterruptedException {
        if (!wakeUp.awaitNews(IDLE) || !othersAlive.getAsBoolean()) {
            return;
        }
        try {
            jdbc.sql(WakeUpSql.NOTIFY).param("sender", self).query().listOfRows();
        } catch (DataAccessException e) {
            LOG.info("The other relays find the new rows by themselves, only later: {}", e.toString());
        }
        current.pause(GAP);
    }

    @Override
    public void start() {
        StoppableThread started = new StoppableThread("outbox-notifier", this::turn);
        thread = started;
        started.start();
    }

    @Override
    public void stop() {
        StoppableThread stopping = thread;
        thread = null;
        if (stopping != null) {
            stopping.stop();
        }
    }

    @Override
    public boolean isRunning() {
        return thread != null;
    }

    /** Before the relay and, on the way down, after it. */
    @Override
    public int getPhase() {
        return -100;
    }
}
