package io.orderflow.kafkaadapters;

import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.CooperativeStickyAssignor;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.springframework.boot.autoconfigure.kafka.KafkaProperties;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.kafka.core.DefaultKafkaConsumerFactory;

/** Producers and consumers with the settings that the guarantees of this library rest on. */
public final class KafkaClients {

    /** As {@code maxMessageBytes} in contracts/topics.yaml; the topic decides, this only must not be lower. */
    private static final int LARGEST_RECORD = 8 * 1024 * 1024;

    /** A killed node's partitions move after this; heartbeats come from a thread of their own, so long work is no risk. */
    private static final int SESSION_TIMEOUT_MS = 10_000;

    private static final int REQUEST_TIMEOUT_MS = 10_000;

    private final KafkaProperties spring;
    private final KafkaAdaptersProperties settings;

    KafkaClients(KafkaProperties spring, KafkaAdaptersProperties settings) {
        this.spring = spring;
        this.settings = settings;
    }

    /**
     * Idempotent, all replicas: a retry inside the producer neither doubles nor reorders. It never gives a record up by
     * itself, since it would go on with the later ones of the same key; the relay takes the whole producer back instead.
     */
    public Producer<byte[], byte[]> outboxProducer() {
        Map<String, Object> config = withBrokers(spring.buildProducerProperties(null));
        config.put(ProducerConfig.CLIENT_ID_CONFIG, settings.requiredServiceName() + "-outbox-relay");
        config.put(ProducerConfig.ACKS_CONFIG, "all");
        config.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        config.put(ProducerConfig.COMPRESSION_TYPE_CONFIG, "zstd");
        config.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, LARGEST_RECORD);
        // The relay hurries the producer when it has nothing more; until then fuller batches cost half as much.
        config.put(ProducerConfig.LINGER_MS_CONFIG, 20);
        config.put(ProducerConfig.BATCH_SIZE_CONFIG, 131_072);
        config.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, Integer.MAX_VALUE);
        config.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, REQUEST_TIMEOUT_MS);
        config.put(
                ProducerConfig.MAX_BLOCK_MS_CONFIG,
                settings.outbox().longestBlock().toMillis());
        return new KafkaProducer<>(config, new ByteArraySerializer(), new ByteArraySerializer());
    }

    /** Offsets are committed by hand after the database; a new group starts at the beginning, never silently at the end. */
    public ConsumerFactory<byte[], byte[]> consumerFactory() {
        Map<String, Object> config = withBrokers(spring.buildConsumerProperties(null));
        config.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        config.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        config.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        config.put(ConsumerConfig.PARTITION_ASSIGNMENT_STRATEGY_CONFIG, CooperativeStickyAssignor.class.getName());
        config.put(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG, SESSION_TIMEOUT_MS);
        config.put(ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG, SESSION_TIMEOUT_MS / 4);
        config.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, settings.consumer().maxPollRecords());
        config.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        KafkaAdaptersProperties.Consumer polling = settings.consumer();
        return new DefaultKafkaConsumerFactory<>(config) {
            @Override
            protected Consumer<byte[], byte[]> createRawConsumer(Map<String, Object> own) {
                return new GatheringConsumer(own, polling.maxPollRecords(), polling.gather());
            }
        };
    }

    /** For looking at topics and offsets. */
    public Admin admin() {
        return Admin.create(withBrokers(spring.buildAdminProperties(null)));
    }

    private Map<String, Object> withBrokers(Map<String, Object> base) {
        Map<String, Object> config = new HashMap<>(base);
        if (settings.bootstrapServers() != null) {
            config.put(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, settings.bootstrapServers());
        }
        return config;
    }
}
