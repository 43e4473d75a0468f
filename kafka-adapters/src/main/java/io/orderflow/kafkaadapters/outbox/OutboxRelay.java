package io.orderflow.kafkaadapters.outbox;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.errors.InterruptException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Carries committed rows to Kafka: reads the heads of its shards, sends them pipelined, acknowledges what arrived with
 * one statement, and goes on without pausing while there is more. One thread; a failure of the broker or the database
 * costs a pause and never a row.
 */
final class OutboxRelay implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(OutboxRelay.class);

    private final OutboxStore store;
    private final BatchSender sender;
    private final ShardLease lease;
    private final WakeUp wakeUp;
    private final OutboxSettings settings;
    private volatile boolean running;
    private @Nullable Thread thread;

    OutboxRelay(OutboxStore store, BatchSender sender, ShardLease lease, WakeUp wakeUp, OutboxSettings settings) {
        this.store = store;
        this.sender = sender;
        this.lease = lease;
        this.wakeUp = wakeUp;
        this.settings = settings;
    }

    @Override
    public void start() {
        running = true;
        Thread relay = new Thread(this::run, "outbox-relay");
        thread = relay;
        relay.start();
    }

    private void run() {
        Duration pause = settings.poll();
        while (running) {
            try {
                boolean more = pass();
                pause = settings.poll();
                if (!more) {
                    wakeUp.await(pause);
                }
            } catch (InterruptedException | InterruptException stopped) {
                Thread.currentThread().interrupt();
                break;
            } catch (RuntimeException e) {
                pause = longer(pause);
                LOG.warn(
                        "Outbox relay {} pauses for {} and tries again; no row is lost: {}",
                        lease.owner(),
                        pause,
                        e.toString());
                if (!sleep(pause)) {
                    break;
                }
            }
        }
        releaseQuietly();
    }

    /** @return true if there may be more to send right away */
    boolean pass() {
        Map<Integer, Long> owned = lease.owned();
        if (owned.isEmpty()) {
            return false;
        }
        List<OutboxRow> rows = store.next(owned.keySet(), settings.batchPerShard());
        if (rows.isEmpty()) {
            return false;
        }
        BatchSender.Result result = sender.send(rows);
        store.acknowledge(result.sent(), owned, lease.owner());
        result.unsendable().forEach(store::park);
        result.pauseBecause().ifPresent(failure -> {
            throw new BrokerUnavailable(failure);
        });
        return true;
    }

    private Duration longer(Duration pause) {
        Duration doubled = pause.multipliedBy(2);
        return doubled.compareTo(settings.longestPause()) > 0 ? settings.longestPause() : doubled;
    }

    private boolean sleep(Duration pause) {
        try {
            Thread.sleep(pause.toMillis());
            return true;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private void releaseQuietly() {
        // The interrupt asked the loop to end; the last statement must still get through.
        boolean interrupted = Thread.interrupted();
        try {
            lease.release();
        } catch (RuntimeException e) {
            LOG.info("Shards of {} stay leased until their lease ends: {}", lease.owner(), e.toString());
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Override
    public void stop() {
        running = false;
        wakeUp.signal();
        Thread relay = thread;
        if (relay != null) {
            try {
                relay.join(settings.shutdown().toMillis());
                relay.interrupt();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** Stops after the consumers and before the database. */
    @Override
    public int getPhase() {
        return 0;
    }

    /** The broker did not take a batch; nothing is wrong with the rows. */
    static final class BrokerUnavailable extends RuntimeException {
        BrokerUnavailable(Throwable cause) {
            super(cause.toString(), cause);
        }
    }
}
