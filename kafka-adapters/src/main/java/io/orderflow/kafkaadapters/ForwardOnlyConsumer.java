package io.orderflow.kafkaadapters;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A consumer that takes back no commit of another member. A listener container keeps a commit that failed during a rebalance
 * and repeats it when the partition is its own again; meanwhile somebody else may have come further. Going back would do no
 * harm to the effects, but the group would show a lag for ever on a partition that gets no new records. As with every
 * consumer, all calls come from one thread.
 */
class ForwardOnlyConsumer extends KafkaConsumer<byte[], byte[]> {

    private static final Logger LOG = LoggerFactory.getLogger(ForwardOnlyConsumer.class);

    private final Map<TopicPartition, Long> startedAt = new HashMap<>();

    ForwardOnlyConsumer(Map<String, Object> config) {
        super(config, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    @Override
    public void subscribe(Collection<String> topics, ConsumerRebalanceListener listener) {
        super.subscribe(topics, new Starts(listener));
    }

    @Override
    public void commitSync(Map<TopicPartition, OffsetAndMetadata> offsets, Duration timeout) {
        Map<TopicPartition, OffsetAndMetadata> forward = offsets.entrySet().stream()
                .filter(commit -> commit.getValue().offset() >= startedAt.getOrDefault(commit.getKey(), 0L))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        if (forward.size() < offsets.size()) {
            LOG.info("Another member has come further meanwhile, so this commit is dropped: {}", offsets);
        }
        if (!forward.isEmpty()) {
            super.commitSync(forward, timeout);
        }
    }

    /** Remembers where the group stood when a partition became ours. */
    private final class Starts implements ConsumerRebalanceListener {

        private final ConsumerRebalanceListener listener;

        Starts(ConsumerRebalanceListener listener) {
            this.listener = listener;
        }

        @Override
        public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
            for (TopicPartition partition : partitions) {
                try {
                    startedAt.put(partition, position(partition));
                } catch (KafkaException unknown) {
                    LOG.debug("Where the group stands in {} is not known yet", partition, unknown);
                }
            }
            listener.onPartitionsAssigned(partitions);
        }

        @Override
        public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
            listener.onPartitionsRevoked(partitions);
            startedAt.keySet().removeAll(partitions);
        }

        @Override
        public void onPartitionsLost(Collection<TopicPartition> partitions) {
            listener.onPartitionsLost(partitions);
            startedAt.keySet().removeAll(partitions);
        }
    }
}
