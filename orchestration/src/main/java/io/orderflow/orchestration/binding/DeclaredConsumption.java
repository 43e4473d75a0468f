package io.orderflow.orchestration.binding;

import io.orderflow.kafkaadapters.inbox.InboxHandler;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.stereotype.Component;

/** The service does not start if it is declared to read a topic that none of its adapters reads: models would wait in vain. */
@Component
class DeclaredConsumption implements SmartInitializingSingleton {

    private final ServiceCatalogue catalogue;
    private final List<InboxHandler> adapters;

    DeclaredConsumption(ServiceCatalogue catalogue, List<InboxHandler> adapters) {
        this.catalogue = catalogue;
        this.adapters = adapters;
    }

    @Override
    public void afterSingletonsInstantiated() {
        Set<String> unread = new TreeSet<>(catalogue.consumedTopics());
        adapters.forEach(adapter -> adapter.subscription().topics().forEach(unread::remove));
        if (!unread.isEmpty()) {
            throw new IllegalStateException("contracts/topics.yaml says that this service reads "
                    + String.join(", ", unread) + ": add an adapter, or take the consumer group away");
        }
    }
}
