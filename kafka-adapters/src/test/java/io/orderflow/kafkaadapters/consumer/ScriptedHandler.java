package io.orderflow.kafkaadapters.consumer;

import com.fasterxml.jackson.databind.JsonNode;
import io.orderflow.kafkaadapters.TestEvents;
import io.orderflow.kafkaadapters.inbox.HandlingOutcome;
import io.orderflow.kafkaadapters.inbox.InboxEvent;
import io.orderflow.kafkaadapters.inbox.InboxHandler;
import io.orderflow.kafkaadapters.inbox.InboxSubscription;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/** Handles every type of the topic; does with each event what the test says, by line, and ignores all others. */
final class ScriptedHandler implements InboxHandler {

    private final InboxSubscription subscription = InboxSubscription.toTopic(
            InboxScene.GROUP_PREFIX + UUID.randomUUID() + ".consumer", TestEvents.TOPIC, Map.of());
    private final Map<String, Function<InboxEvent, HandlingOutcome>> script = new ConcurrentHashMap<>();

    private volatile Function<InboxEvent, HandlingOutcome> otherwise =
            event -> HandlingOutcome.ignored("not in the script");

    void otherwise(Function<InboxEvent, HandlingOutcome> behaviour) {
        otherwise = behaviour;
    }

    void on(String line, Function<InboxEvent, HandlingOutcome> behaviour) {
        script.put(line, behaviour);
    }

    String group() {
        return subscription.consumerGroup();
    }

    static String line(InboxEvent event) {
        return event.payload(JsonNode.class).path("orderLineId").asText();
    }

    @Override
    public InboxSubscription subscription() {
        return subscription;
    }

    @Override
    public List<HandlingOutcome> handle(List<InboxEvent> events) {
        return events.stream()
                .map(event -> script.getOrDefault(line(event), otherwise).apply(event))
                .toList();
    }
}
