package io.orderflow.orchestration.binding;

import io.orderflow.kafkaadapters.KafkaAdaptersProperties;
import io.orderflow.kafkaadapters.catalog.EventCatalog;
import io.orderflow.kafkaadapters.catalog.EventDefinition;
import io.orderflow.kafkaadapters.topics.TopicCatalog;
import io.orderflow.messagecorrelation.binding.EventCatalogue;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * The catalogue as models see it. Which topics the service reads is taken from where they are declared, not from its adapters:
 * those need the engine, and the engine asks while it starts. {@link DeclaredConsumption} holds one to the other.
 */
@Component
class ServiceCatalogue implements EventCatalogue {

    private final EventCatalog events;
    private final Set<String> consumedTopics;

    ServiceCatalogue(EventCatalog events, KafkaAdaptersProperties settings) {
        this.events = events;
        String ownGroups = settings.serviceName() + ".";
        Set<String> withEvents =
                events.definitions().stream().map(EventDefinition::topic).collect(Collectors.toSet());
        // Environments differ in sizes, not in who reads.
        this.consumedTopics = TopicCatalog.load().topics("production").stream()
                .filter(topic -> withEvents.contains(topic.name())
                        && topic.consumers().stream().anyMatch(group -> group.startsWith(ownGroups)))
                .map(topic -> topic.name())
                .collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public Optional<CataloguedEvent> find(String eventType) {
        return events.newest(eventType)
                .map(event -> new CataloguedEvent(
                        event.topic(), consumedTopics.contains(event.topic()), events.payloadFields(event)));
    }

    @Override
    public List<String> consumedTypes() {
        return events.definitions().stream()
                .filter(event -> consumedTopics.contains(event.topic()))
                .map(EventDefinition::eventType)
                .distinct()
                .sorted()
                .toList();
    }

    /** The topics that this service is declared to read. */
    Set<String> consumedTopics() {
        return consumedTopics;
    }
}
