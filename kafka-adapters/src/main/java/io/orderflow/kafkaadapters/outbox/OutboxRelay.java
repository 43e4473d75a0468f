package io.orderflow.kafkaadapters.outbox;

import io.orderflow.kafkaadapters.KafkaAdaptersProperties;
import java.time.Duration;
import org.apache.kafka.common.errors.InterruptException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Carries committed rows to Kafka and goes on without pausing while there are more. One thread; a failure of the broker or
 * the database costs a pause and never a row.
 */
final class OutboxRelay implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(OutboxRelay.class);

    private final RelayPass pass;
    private final ShardLease lease;
    private final RelayProducer kafka;
    private final WakeUp wakeUp;
    private final Backoff backoff;
    private final KafkaAdaptersProperties.Outbox settings;
    private volatile boolean running;
    private @Nullable Thread thread;

    OutboxRelay(
            RelayPass pass,
            ShardLease lease,
            RelayProducer kafka,
            WakeUp wakeUp,
            Backoff backoff,
            KafkaAdaptersProperties.Outbox settings) {
        this.pass = pass;
        this.lease = lease;
        this.kafka = kafka;
        this.wakeUp = wakeUp;
        this.backoff = backoff;
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
        LOG.info("Outbox relay {} starts", lease.owner());
        try {
            while (running) {
                passOrPause();
            }
            pass.finish();
        } catch (InterruptedException | InterruptException stopped) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            LOG.info("The last batch of outbox relay {} is sent again later: {}", lease.owner(), e.toString());
        }
        releaseQuietly();
        LOG.info("Outbox relay {} has ended", lease.owner());
    }

    private void passOrPause() throws InterruptedException {
        try {
            boolean more = pass.run();
            backoff.reset();
            if (!more) {
                wakeUp.await(settings.poll());
            }
        } catch (InterruptException stopped) {
            throw stopped;
        } catch (RuntimeException e) {
            Duration pause = backoff.next();
            LOG.warn(
                    "Outbox relay {} pauses for {} ms and tries again; no row is lost: {}",
                    lease.owner(),
                    pause.toMillis(),
                    e.toString());
            pause(pause);
        }
    }

    /** News of further rows does not shorten this; a stop does. */
    private void pause(Duration pause) throws InterruptedException {
        synchronized (this) {
            if (running) {
                wait(Math.max(1, pause.toMillis()));
            }
        }
    }

    private void releaseQuietly() {
        // The interrupt asked the loop to end; the last statements must still get through.
        boolean interrupted = Thread.interrupted();
        try {
            lease.release();
        } catch (RuntimeException e) {
            LOG.info("Shards of {} stay leased until their lease ends: {}", lease.owner(), e.toString());
        } finally {
            kafka.close(Duration.ZERO);
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Override
    public void stop() {
        synchronized (this) {
            running = false;
            notifyAll();
        }
        wakeUp.rouse();
        Thread relay = thread;
        if (relay != null) {
            try {
                relay.join(settings.shutdown().toMillis());
                relay.interrupt();
                relay.join(settings.shutdown().toMillis());
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
}
