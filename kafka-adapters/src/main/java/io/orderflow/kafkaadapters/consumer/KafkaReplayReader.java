package io.orderflow.kafkaadapters.consumer;

import io.orderflow.kafkaadapters.inbox.DeadLetteredEvents;
import io.orderflow.kafkaadapters.inbox.InboxEvent;
import io.orderflow.kafkaadapters.replay.Portion;
import io.orderflow.kafkaadapters.replay.ReplayReader;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;

/** A consumer that is told its partitions and joins no group's rebalances. Not thread safe. */
final class KafkaReplayReader implements ReplayReader {

    private final Consumer<byte[], byte[]> consumer;
    private final RecordDecoder decoder;
    private final DeadLetteredEvents.Found deadLettered;

    KafkaReplayReader(
            Consumer<byte[], byte[]> consumer,
            RecordDecoder decoder,
            DeadLetteredEvents.Found deadLettered,
            Map<TopicPartition, Long> from) {
        this.consumer = consumer;
        this.decoder = decoder;
        this.deadLettered = deadLettered;
        consumer.assign(from.keySet());
        from.forEach(consumer::seek);
    }

    @Override
    public Portion read(Map<Integer, Long> until, Duration atMost) {
        boolean isDone = true;
        for (TopicPartition partition : consumer.assignment()) {
            if (consumer.position(partition) < end(until, partition)) {
                consumer.resume(Set.of(partition));
                isDone = false;
            } else {
                consumer.pause(Set.of(partition));
            }
        }
        return isDone ? new Portion(List.of(), 0, 0, next()) : cut(consumer.poll(atMost), until);
    }

    private Portion cut(ConsumerRecords<byte[], byte[]> polled, Map<Integer, Long> until) {
        List<InboxEvent> events = new ArrayList<>(polled.count());
        int records = 0;
        int skipped = 0;
        for (TopicPartition partition : polled.partitions()) {
            for (ConsumerRecord<byte[], byte[]> record : polled.records(partition)) {
                if (record.offset() >= end(until, partition)) {
                    consumer.seek(partition, record.offset());
                    break;
                }
                records++;
                Decoded decoded = decoder.decode(record);
                if (decoded instanceof Decoded.Handled handled && !deadLettered.contains(handled.event())) {
                    events.add(handled.event());
                } else if (!(decoded instanceof Decoded.Unhandled)) {
                    skipped++;
                }
            }
        }
        return new Portion(events, records, skipped, next());
    }

    private Map<Integer, Long> next() {
        Map<Integer, Long> next = new HashMap<>();
        consumer.assignment().forEach(partition -> next.put(partition.partition(), consumer.position(partition)));
        return next;
    }

    private static long end(Map<Integer, Long> until, TopicPartition partition) {
        return until.getOrDefault(partition.partition(), 0L);
    }

    @Override
    public void close() {
        consumer.close(Duration.ofSeconds(2));
    }
}
