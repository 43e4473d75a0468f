package io.orderflow.kafkaadapters.consumer;

import io.orderflow.kafkaadapters.failure.RetrySchedule;
import io.orderflow.kafkaadapters.topics.TopicNames;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.springframework.kafka.listener.BatchAcknowledgingConsumerAwareMessageListener;
import org.springframework.kafka.listener.MessageListenerContainer;
import org.springframework.kafka.support.Acknowledgment;

/**
 * Reads the retry topics of one subscription. A record has its turn when it has lain there for the topic's delay, by its
 * own timestamp and never by a header; until then its partition is paused and the other partitions go on.
 */
final class RetryListener implements BatchAcknowledgingConsumerAwareMessageListener<byte[], byte[]> {

    private final RetryConsumer consumer;
    private final Clock clock;
    private final Map<String, Duration> delays = new HashMap<>();
    private final Map<TopicPartition, Instant> pausedUntil = new ConcurrentHashMap<>();
    private @Nullable MessageListenerContainer container;

    RetryListener(RetryConsumer consumer, Clock clock, List<String> sourceTopics, RetrySchedule schedule) {
        this.consumer = consumer;
        this.clock = clock;
        sourceTopics.forEach(source ->
                schedule.steps().forEach(step -> delays.put(TopicNames.retry(source, step.name()), step.delay())));
    }

    Set<String> topics() {
        return delays.keySet();
    }

    /** Before the container starts. */
    void listensIn(MessageListenerContainer own) {
        container = own;
    }

    @Override
    public void onMessage(
            List<ConsumerRecord<byte[], byte[]>> records, @Nullable Acknowledgment ack, Consumer<?, ?> kafka) {
        Map<TopicPartition, List<ConsumerRecord<byte[], byte[]>>> byPartition = new HashMap<>();
        for (ConsumerRecord<byte[], byte[]> record : records) {
            byPartition
                    .computeIfAbsent(
                            new TopicPartition(record.topic(), record.partition()), partition -> new ArrayList<>())
                    .add(record);
        }
        byPartition.forEach((partition, own) -> workOff(partition, own, kafka));
    }

    private void workOff(TopicPartition partition, List<ConsumerRecord<byte[], byte[]>> records, Consumer<?, ?> kafka) {
        long next = records.get(0).offset();
        for (ConsumerRecord<byte[], byte[]> record : records) {
            Instant due = due(record);
            if (due.isAfter(clock.instant())) {
                pausedUntil.put(partition, due);
                kafka.seek(partition, record.offset());
                required().pausePartition(partition);
                break;
            }
            consumer.handle(record);
            next = record.offset() + 1;
        }
        if (next > records.get(0).offset()) {
            kafka.commitSync(Map.of(partition, new OffsetAndMetadata(next)));
        }
    }

    /** A timestamp from the future cannot hold a partition for longer than the topic's delay. */
    private Instant due(ConsumerRecord<byte[], byte[]> record) {
        Duration delay = delays.getOrDefault(record.topic(), Duration.ZERO);
        Instant now = clock.instant();
        Instant written = Instant.ofEpochMilli(record.timestamp());
        return (written.isAfter(now) ? now : written).plus(delay);
    }

    /** Lets partitions go on whose first record has had its time. From any thread, about once a second. */
    void resumeDue() {
        Instant now = clock.instant();
        pausedUntil.forEach((partition, until) -> {
            if (!until.isAfter(now) && pausedUntil.remove(partition, until)) {
                required().resumePartition(partition);
            }
        });
    }

    private MessageListenerContainer required() {
        if (container == null) {
            throw new IllegalStateException("listensIn comes first");
        }
        return container;
    }
}
