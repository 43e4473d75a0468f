package io.orderflow.testing.contractkits;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.github.f4b6a3.uuid.UuidCreator;
import io.orderflow.kafkaadapters.inbox.InboxSubscription;
import java.util.List;
import org.apache.kafka.clients.producer.RecordMetadata;

/** One event for one consumer group: the scene is set, and the event can be sent in all its variants. */
record Consumption(
        ConsumedEvent event,
        EventContract contract,
        InboxSubscription subscription,
        Ledger ledger,
        ConsumerGroup group,
        ObjectNode value) {

    Object effects() {
        return event.effects().apply(value.path("aggregateId").asText());
    }

    RecordMetadata send() {
        return send(value);
    }

    RecordMetadata send(JsonNode variant) {
        return send(List.of(variant)).get(0);
    }

    /** In this order. */
    List<RecordMetadata> send(List<? extends JsonNode> variants) {
        return EventRecords.send(contract.topic(), variants);
    }

    /** The same content under an id of its own. */
    ObjectNode another(long aggregateVersion) {
        return value.deepCopy()
                .put("eventId", UuidCreator.getTimeOrderedEpoch().toString())
                .put("aggregateVersion", aggregateVersion);
    }

    long version() {
        return value.path("aggregateVersion").asLong();
    }

    String aggregateId() {
        return value.path("aggregateId").asText();
    }
}
