package io.orderflow.kafkaadapters.outbox;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.function.LongSupplier;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Hears from other nodes that there is something new and rouses the relay. Keeps one connection of the pool. Without it
 * the relay finds the rows at its next poll.
 */
final class NeighbourListener implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(NeighbourListener.class);
    private static final int WAIT_MS = 500;
    private static final Duration AFTER_LOSS = Duration.ofSeconds(2);
    private static final Duration CHECK = Duration.ofSeconds(30);
    private static final int CHECK_TIMEOUT_SECONDS = 5;

    private final DataSource database;
    private final WakeUp wakeUp;
    private final String self;
    private final LongSupplier nanoTime;
    private volatile @Nullable StoppableThread thread;

    NeighbourListener(DataSource database, WakeUp wakeUp, String self, LongSupplier nanoTime) {
        this.database = database;
        this.wakeUp = wakeUp;
        this.self = self;
        this.nanoTime = nanoTime;
    }

    private void turn(StoppableThread current) throws InterruptedException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(WakeUpSql.LISTEN);
            wakeUp.rouse();
            listen(connection, current);
            statement.execute(WakeUpSql.UNLISTEN);
        } catch (SQLException e) {
            if (!current.stopping()) {
                LOG.info("Not hearing of other nodes for {}; the poll finds their rows: {}", AFTER_LOSS, e.toString());
                current.pause(AFTER_LOSS);
            }
        }
    }

    private void listen(Connection connection, StoppableThread current) throws SQLException {
        PGConnection postgres = connection.unwrap(PGConnection.class);
        long checkedAt = nanoTime.getAsLong();
        while (!current.stopping()) {
            for (PGNotification news : postgres.getNotifications(WAIT_MS)) {
                if (!self.equals(news.getParameter())) {
                    wakeUp.rouse();
                }
            }
            if (nanoTime.getAsLong() - checkedAt > CHECK.toNanos()) {
                checkedAt = nanoTime.getAsLong();
                if (!connection.isValid(CHECK_TIMEOUT_SECONDS)) {
                    throw new SQLException("The connection is dead");
                }
            }
        }
    }

    @Override
    public void start() {
        StoppableThread started = new StoppableThread("outbox-listener", this::turn);
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

    @Override
    public int getPhase() {
        return -100;
    }
}
