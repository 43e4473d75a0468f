package io.orderflow.testing.contractkits;

import io.orderflow.kafkaadapters.inbox.InboxHandler;
import io.orderflow.kafkaadapters.inbox.InboxSubscription;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.springframework.context.ApplicationContext;
import org.springframework.context.SmartLifecycle;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The consumer groups of a running service. */
final class Consumers implements AutoCloseable {

    /** The library's bean that runs all groups of a service. */
    private static final String RUNNING_CONSUMERS = "inboxConsumers";

    private final ApplicationContext service;
    private final EventContracts contracts;
    private final List<InboxSubscription> subscriptions;
    private final Admin admin = ConsumerGroup.newAdmin();

    Consumers(ApplicationContext service, EventContracts contracts) {
        this.service = service;
        this.contracts = contracts;
        this.subscriptions = service.getBeanProvider(InboxHandler.class).stream()
                .map(InboxHandler::subscription)
                .toList();
    }

    /** Plays the scene of a line. */
    Consumption begin(ConsumedEvent event) {
        InboxSubscription subscription = subscription(event);
        EventContract contract = contracts.of(event.eventType());
        return new Consumption(
                event,
                contract,
                subscription,
                new Ledger(service.getBean(JdbcClient.class), subscription.consumerGroup()),
                new ConsumerGroup(admin, subscription.consumerGroup(), contract.topic()),
                event.scene().get());
    }

    /** Stops all groups, has the given ones begin from the start of their topics, and returns when they are through. */
    void replay(Set<ConsumerGroup> groups) {
        SmartLifecycle running = service.getBean(RUNNING_CONSUMERS, SmartLifecycle.class);
        running.stop();
        groups.forEach(ConsumerGroup::rewind);
        running.start();
        groups.forEach(ConsumerGroup::awaitEnd);
    }

    List<InboxSubscription> subscriptions() {
        return subscriptions;
    }

    /** The services whose groups run here: what a group's name begins with. */
    Set<String> services() {
        return subscriptions.stream()
                .map(subscription -> serviceOf(subscription.consumerGroup()))
                .collect(Collectors.toSet());
    }

    static String serviceOf(String group) {
        return group.substring(0, group.indexOf('.'));
    }

    InboxSubscription subscription(ConsumedEvent event) {
        String topic = contracts.of(event.eventType()).topic();
        List<InboxSubscription> candidates = subscriptions.stream()
                .filter(subscription -> subscription.topics().contains(topic))
                .filter(subscription -> subscription.payloadType(event.eventType()) != null)
                .filter(subscription -> event.group() == null
                        ? !subscription.everything()
                        : subscription.consumerGroup().equals(event.group()))
                .toList();
        if (candidates.size() != 1) {
            throw new IllegalStateException(
                    "%s is handled by %s here; name the group that is meant".formatted(event, candidates));
        }
        return candidates.get(0);
    }

    @Override
    public void close() {
        admin.close();
    }
}
