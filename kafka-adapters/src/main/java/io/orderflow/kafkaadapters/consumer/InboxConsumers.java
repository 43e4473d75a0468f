package io.orderflow.kafkaadapters.consumer;

import io.orderflow.kafkaadapters.inbox.InboxSubscription;
import io.orderflow.kafkaadapters.topics.TopicNames;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.kafka.listener.AbstractMessageListenerContainer;
import org.springframework.kafka.listener.ConcurrentMessageListenerContainer;
import org.springframework.kafka.listener.ContainerProperties;
import org.springframework.kafka.listener.ContainerProperties.AckMode;
import org.springframework.kafka.listener.DefaultErrorHandler;
import org.springframework.kafka.listener.KafkaMessageListenerContainer;
import org.springframework.util.backoff.ExponentialBackOff;

/** Starts the consumers of each handler when the application is ready for it, and stops them before anything else. */
final class InboxConsumers implements SmartLifecycle {

    private static final long FIRST_PAUSE_MS = 200;
    private static final long LONGEST_PAUSE_MS = 10_000;

    private final List<AbstractMessageListenerContainer<byte[], byte[]>> containers = new ArrayList<>();
    private final List<Consumption> consumptions;
    private @Nullable Rounds rounds;
    private volatile boolean running;

    InboxConsumers(List<Consumption> consumptions, ConsumerFactory<byte[], byte[]> consumers, int concurrency) {
        this.consumptions = List.copyOf(consumptions);
        Set<String> seen = new HashSet<>();
        for (Consumption consumption : consumptions) {
            InboxSubscription subscription = consumption.subscription();
            if (!seen.add(subscription.consumerGroup())) {
                throw new IllegalStateException("Two handlers share the group " + subscription.consumerGroup()
                        + ": one would take the other's events. Give each topic one adapter with a group of its own");
            }
            containers.add(records(consumption, consumers, concurrency));
            if (!consumption.schedule().steps().isEmpty()) {
                containers.add(retries(consumption, consumers));
            }
        }
    }

    private static ConcurrentMessageListenerContainer<byte[], byte[]> records(
            Consumption consumption, ConsumerFactory<byte[], byte[]> consumers, int concurrency) {
        InboxSubscription subscription = consumption.subscription();
        ContainerProperties properties =
                new ContainerProperties(subscription.topics().toArray(String[]::new));
        properties.setGroupId(subscription.consumerGroup());
        properties.setClientId(subscription.consumerGroup());
        properties.setAckMode(AckMode.BATCH);
        properties.setSyncCommits(true);
        properties.setMessageListener(consumption.records());
        ConcurrentMessageListenerContainer<byte[], byte[]> container =
                new ConcurrentMessageListenerContainer<>(consumers, properties);
        container.setConcurrency(concurrency);
        container.setCommonErrorHandler(retryInPlaceForEver());
        container.setBeanName(subscription.consumerGroup());
        return container;
    }

    /** One thread is enough for what failed; it commits itself, because some records of a poll have to wait. */
    private static KafkaMessageListenerContainer<byte[], byte[]> retries(
            Consumption consumption, ConsumerFactory<byte[], byte[]> consumers) {
        InboxSubscription subscription = consumption.subscription();
        String group = TopicNames.retryGroup(subscription.consumerGroup());
        ContainerProperties properties =
                new ContainerProperties(consumption.retries().topics().toArray(String[]::new));
        properties.setGroupId(group);
        properties.setClientId(group);
        properties.setAckMode(AckMode.MANUAL);
        properties.setMessageListener(consumption.retries());
        KafkaMessageListenerContainer<byte[], byte[]> container =
                new KafkaMessageListenerContainer<>(consumers, properties);
        container.setCommonErrorHandler(retryInPlaceForEver());
        container.setBeanName(group);
        consumption.retries().listensIn(container);
        return container;
    }

    /** Keeps the records in hand and the partitions paused; nothing is skipped however long it takes. */
    private static DefaultErrorHandler retryInPlaceForEver() {
        ExponentialBackOff pauses = new ExponentialBackOff(FIRST_PAUSE_MS, 2);
        pauses.setMaxInterval(LONGEST_PAUSE_MS);
        return new DefaultErrorHandler(pauses);
    }

    @Override
    public void start() {
        containers.forEach(AbstractMessageListenerContainer::start);
        rounds = Rounds.start(consumptions);
        running = true;
    }

    @Override
    public void stop() {
        if (rounds != null) {
            rounds.close();
        }
        containers.forEach(AbstractMessageListenerContainer::stop);
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** Starts last and stops first: nothing is taken in that could no longer be worked on. */
    @Override
    public int getPhase() {
        return Integer.MAX_VALUE - 100;
    }
}
