package io.orderflow.testing.benchmarks.endtoend;

import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;

/**
 * Offers quotes at a fixed rate, whether or not anything becomes of them. A quote that is sent late, because the machine is
 * busy, has the time at which it was due: its wait counts.
 */
final class OpenLoop implements AutoCloseable {

    private static final double NANOS = 1e9;

    private final KafkaProducer<String, byte[]> producer;
    private final QuoteRecords quotes;
    private final Orders orders;
    private final Clock clock;
    private final AtomicReference<@Nullable Exception> failure = new AtomicReference<>();
    private int next;

    OpenLoop(String bootstrapServers, QuoteRecords quotes, Orders orders, Clock clock) {
        this.producer = new KafkaProducer<>(
                Map.of(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers),
                new StringSerializer(),
                new ByteArraySerializer());
        this.quotes = quotes;
        this.orders = orders;
        this.clock = clock;
    }

    /** What is to happen about once a second meanwhile. */
    @FunctionalInterface
    interface EverySecond {
        void seconds(int passed);
    }

    /** Returns when the last quote has been handed over and its time is over. */
    void offer(double perSecond, int seconds, EverySecond everySecond) {
        Instant start = clock.instant();
        long startedAt = System.nanoTime();
        int said = 0;
        int count = (int) Math.round(perSecond * seconds);
        for (int i = 0; i < count; i++) {
            long dueAfter = (long) (i / perSecond * NANOS);
            await(startedAt + dueAfter);
            send(start.plusNanos(dueAfter));
            int passed = (int) (dueAfter / NANOS);
            if (passed > said) {
                said = passed;
                everySecond.seconds(passed);
            }
        }
        await(startedAt + (long) (seconds * NANOS));
    }

    private void send(Instant at) {
        int number = next++;
        orders.offered(quotes.correlationId(number), at.toEpochMilli());
        producer.send(quotes.quote(number, at), (sent, refused) -> {
            if (refused != null) {
                failure.compareAndSet(null, refused);
            }
        });
        Exception refused = failure.get();
        if (refused != null) {
            throw new IllegalStateException("a quote could not be published", refused);
        }
    }

    private static void await(long nanoTime) {
        for (long left = nanoTime - System.nanoTime(); left > 0; left = nanoTime - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
    }

    @Override
    public void close() {
        producer.close();
    }
}
