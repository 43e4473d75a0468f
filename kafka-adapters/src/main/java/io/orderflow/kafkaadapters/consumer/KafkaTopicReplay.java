package io.orderflow.kafkaadapters.consumer;

import io.orderflow.kafkaadapters.KafkaAdaptersProperties;
import io.orderflow.kafkaadapters.catalog.EventCatalog;
import io.orderflow.kafkaadapters.envelope.EnvelopeCodec;
import io.orderflow.kafkaadapters.inbox.DeadLetteredEvents;
import io.orderflow.kafkaadapters.inbox.InboxSubscription;
import io.orderflow.kafkaadapters.replay.OffsetRange;
import io.orderflow.kafkaadapters.replay.ReplayReader;
import io.orderflow.kafkaadapters.replay.TopicReplay;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.common.TopicPartition;
import org.springframework.kafka.core.ConsumerFactory;

/** Reads with the same decoder as the consumer group, so that both take the same records for good. */
final class KafkaTopicReplay implements TopicReplay {

    /** A consumer group refuses what is older than its ledger, because it could not tell a duplicate; a replay can. */
    private static final Duration ANY_AGE = Duration.ofDays(36_500);

    private static final int RECORDS_AT_ONCE = 2_000;

    private final EventCatalog catalog;
    private final EnvelopeCodec codec;
    private final DeadLetteredEvents deadLettered;
    private final ConsumerFactory<byte[], byte[]> consumers;
    private final KafkaAdaptersProperties settings;
    private final Clock clock;

    KafkaTopicReplay(
            EventCatalog catalog,
            EnvelopeCodec codec,
            DeadLetteredEvents deadLettered,
            ConsumerFactory<byte[], byte[]> consumers,
            KafkaAdaptersProperties settings,
            Clock clock) {
        this.catalog = catalog;
        this.codec = codec;
        this.deadLettered = deadLettered;
        this.consumers = consumers;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public Map<Integer, OffsetRange> ranges(String topic) {
        try (Consumer<byte[], byte[]> consumer = consumers.createConsumer()) {
            var partitions = consumer.partitionsFor(topic).stream()
                    .map(partition -> new TopicPartition(topic, partition.partition()))
                    .toList();
            Map<TopicPartition, Long> firsts = consumer.beginningOffsets(partitions);
            Map<Integer, OffsetRange> ranges = new HashMap<>();
            consumer.endOffsets(partitions)
                    .forEach((partition, end) -> ranges.put(
                            partition.partition(), new OffsetRange(firsts.getOrDefault(partition, 0L), end)));
            return ranges;
        }
    }

    @Override
    public ReplayReader open(InboxSubscription subscription, String replayGroup, Map<Integer, Long> from) {
        if (subscription.topics().size() != 1) {
            throw new IllegalArgumentException("One topic at a time, not " + subscription.topics());
        }
        String topic = subscription.topics().get(0);
        Map<TopicPartition, Long> starts = new HashMap<>();
        from.forEach((partition, offset) -> starts.put(new TopicPartition(topic, partition), offset));
        Properties larger = new Properties();
        larger.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, RECORDS_AT_ONCE);
        return new KafkaReplayReader(
                consumers.createConsumer(replayGroup, replayGroup, null, larger),
                new RecordDecoder(
                        catalog,
                        codec,
                        subscription,
                        new Acceptance(settings.requiredTenants(), ANY_AGE, false, clock)),
                deadLettered.of(subscription.consumerGroup(), topic),
                starts);
    }
}
