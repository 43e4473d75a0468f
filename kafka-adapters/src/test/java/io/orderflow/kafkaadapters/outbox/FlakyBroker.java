package io.orderflow.kafkaadapters.outbox;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.producer.Callback;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.NetworkException;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * A log to which producers write in order, from a thread of their own, and which refuses a record now and then. A producer
 * that is not closed goes on with the records behind a refused one, as Kafka's does.
 */
final class FlakyBroker {

    private final Random chance;
    private final double refusals;
    private final AtomicInteger refused = new AtomicInteger();
    private final Map<String, List<Long>> log = new ConcurrentHashMap<>();

    FlakyBroker(long seed, double refusals) {
        this.chance = new Random(seed);
        this.refusals = refusals;
    }

    Producer<byte[], byte[]> connect() {
        Connection connection = new Connection();
        Thread network = new Thread(connection::deliver, "network");
        network.setDaemon(true);
        network.start();
        return connection;
    }

    int refused() {
        return refused.get();
    }

    /** The values of each topic and key in the order in which they first appeared. */
    Map<String, List<Long>> firstOccurrences() {
        Map<String, List<Long>> firsts = new ConcurrentHashMap<>();
        log.forEach((key, values) -> {
            synchronized (values) {
                firsts.put(key, values.stream().distinct().toList());
            }
        });
        return firsts;
    }

    private boolean refuses() {
        synchronized (chance) {
            return chance.nextDouble() < refusals;
        }
    }

    private final class Connection extends MockProducer<byte[], byte[]> {

        private final Deque<Pending> pending = new ArrayDeque<>();
        private boolean over;

        private record Pending(
                ProducerRecord<byte[], byte[]> record, Callback callback, CompletableFuture<RecordMetadata> future) {

            void fail(RuntimeException failure) {
                future.completeExceptionally(failure);
                callback.onCompletion(null, failure);
            }
        }

        Connection() {
            super(true, new ByteArraySerializer(), new ByteArraySerializer());
        }

        @Override
        public synchronized Future<RecordMetadata> send(ProducerRecord<byte[], byte[]> record, Callback callback) {
            if (over) {
                throw new IllegalStateException("closed");
            }
            Pending sent = new Pending(record, callback, new CompletableFuture<>());
            pending.add(sent);
            notifyAll();
            return sent.future();
        }

        private void deliver() {
            while (true) {
                Pending next = take();
                if (next == null) {
                    return;
                }
                if (refuses()) {
                    refused.incrementAndGet();
                    next.fail(new NetworkException("refused"));
                } else {
                    String key = next.record().topic() + "/"
                            + new String(next.record().key(), StandardCharsets.UTF_8);
                    List<Long> values = log.computeIfAbsent(key, k -> new ArrayList<>());
                    synchronized (values) {
                        values.add(Long.parseLong(new String(next.record().value(), StandardCharsets.UTF_8)));
                    }
                    next.future()
                            .complete(new RecordMetadata(
                                    new TopicPartition(next.record().topic(), 0), 0, 0, 0, 0, 0));
                    next.callback().onCompletion(null, null);
                }
            }
        }

        private synchronized Pending take() {
            while (pending.isEmpty() && !over) {
                try {
                    wait();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                    return null;
                }
            }
            return pending.poll();
        }

        @Override
        public void close(Duration timeout) {
            List<Pending> aborted;
            synchronized (this) {
                over = true;
                aborted = List.copyOf(pending);
                pending.clear();
                notifyAll();
            }
            aborted.forEach(each -> each.future().completeExceptionally(new KafkaException("closed forcefully")));
        }
    }
}
