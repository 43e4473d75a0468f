package io.orderflow.messagecorrelation.binding;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The events that a model may be bound to. The one interface an application implements so that models are checked when they
 * are deployed: declare it as a bean. It is asked while the engine starts, so it must not need the engine. Thread safe.
 */
public interface EventCatalogue {

    /** The event of this type; empty if none is catalogued. */
    Optional<CataloguedEvent> find(String eventType);

    /** The types of all events that can arrive, sorted: what a model may take instead of one that it cannot. */
    List<String> consumedTypes();

    /**
     * One event, in its newest version.
     *
     * @param topic where it travels
     * @param consumed whether this application reads the topic
     * @param fields the paths of all single values of its payload, each as {@link EventContent#field} takes it
     */
    record CataloguedEvent(String topic, boolean consumed, Set<String> fields) {

        public CataloguedEvent {
            fields = Set.copyOf(fields);
        }
    }
}
