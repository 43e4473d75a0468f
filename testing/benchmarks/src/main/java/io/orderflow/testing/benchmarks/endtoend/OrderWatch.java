package io.orderflow.testing.benchmarks.endtoend;

import io.orderflow.testing.benchmarks.workload.Topic;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;

/** Reads what the order service publishes, by the headers alone, as it comes. */
final class OrderWatch implements AutoCloseable {

    private static final String TOPIC = "oms.order.events.v1";
    private static final Duration POLL = Duration.ofMillis(200);
    private static final long LONGEST_END_MILLIS = 10_000;

    private final Orders orders;
    private final Thread thread;
    private volatile boolean closed;
    private volatile @Nullable RuntimeException failure;

    private OrderWatch(String bootstrapServers, Orders orders) {
        this.orders = orders;
        Topic topic = new Topic(bootstrapServers, TOPIC);
        topic.seekToEnd();
        this.thread = new Thread(() -> read(topic), "order-watch");
    }

    /** Sees everything that is published after the return. */
    static OrderWatch start(String bootstrapServers, Orders orders) {
        OrderWatch watch = new OrderWatch(bootstrapServers, orders);
        watch.thread.start();
        return watch;
    }

    /** @throws IllegalStateException if it could not go on reading */
    void requireAlive() {
        if (failure != null) {
            throw new IllegalStateException("the topic of orders cannot be read", failure);
        }
    }

    private void read(Topic topic) {
        try (topic) {
            while (!closed) {
                topic.poll(POLL).forEach(this::see);
            }
        } catch (RuntimeException e) {
            failure = e;
        }
    }

    private void see(ConsumerRecord<String, byte[]> received) {
        switch (header(received, "eventType")) {
            case "OrderCaptured" -> orders.captured(header(received, "correlationId"), header(received, "eventId"));
            case "OrderCompleted" ->
                orders.completed(header(received, "correlationId"), header(received, "eventId"), received.timestamp());
            default -> {
                // The lines' facts between the two.
            }
        }
    }

    private static String header(ConsumerRecord<String, byte[]> received, String name) {
        Header header = received.headers().lastHeader(name);
        return header == null ? "" : new String(header.value(), StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        closed = true;
        try {
            thread.join(LONGEST_END_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
