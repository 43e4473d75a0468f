package io.orderflow.kafkaadapters.consumer;

import io.orderflow.kafkaadapters.inbox.InboxHandler;
import io.orderflow.kafkaadapters.inbox.InboxSubscription;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.springframework.context.SmartLifecycle;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.kafka.listener.ConcurrentMessageListenerContainer;
import org.springframework.kafka.listener.ContainerProperties;
import org.springframework.kafka.listener.ContainerProperties.AckMode;
import org.springframework.kafka.listener.DefaultErrorHandler;
import org.springframework.util.backoff.ExponentialBackOff;

/** Starts one consumer for each handler when the application is ready for it, and stops them before anything else. */
final class InboxConsumers implements SmartLifecycle {

    private static final long FIRST_PAUSE_MS = 200;
    private static final long LONGEST_PAUSE_MS = 10_000;

    private final List<ConcurrentMessageListenerContainer<byte[], byte[]>> containers = new ArrayList<>();
    private volatile boolean running;

    InboxConsumers(
            List<InboxHandler> handlers,
            ConsumerFactory<byte[], byte[]> consumers,
            int concurrency,
            Function<InboxHandler, BatchConsumer> wiring) {
        Set<String> seen = new HashSet<>();
        for (InboxHandler handler : handlers) {
            InboxSubscription subscription = handler.subscription();
            if (!seen.add(subscription.consumerGroup())) {
                throw new IllegalStateException("Two handlers share the group " + subscription.consumerGroup()
                        + ": one would take the other's events. Give each topic one adapter with a group of its own");
            }
            containers.add(container(subscription, consumers, concurrency, wiring.apply(handler)));
        }
    }

    private static ConcurrentMessageListenerContainer<byte[], byte[]> container(
            InboxSubscription subscription,
            ConsumerFactory<byte[], byte[]> consumers,
            int concurrency,
            BatchConsumer listener) {
        ContainerProperties properties = new ContainerProperties(subscription.topic());
        properties.setGroupId(subscription.consumerGroup());
        properties.setClientId(subscription.consumerGroup());
        properties.setAckMode(AckMode.BATCH);
        properties.setSyncCommits(true);
        properties.setMessageListener(listener);
        ConcurrentMessageListenerContainer<byte[], byte[]> container =
                new ConcurrentMessageListenerContainer<>(consumers, properties);
        container.setConcurrency(concurrency);
        container.setCommonErrorHandler(retryInPlaceForEver());
        container.setBeanName(subscription.consumerGroup());
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
        containers.forEach(ConcurrentMessageListenerContainer::start);
        running = true;
    }

    @Override
    public void stop() {
        containers.forEach(ConcurrentMessageListenerContainer::stop);
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
