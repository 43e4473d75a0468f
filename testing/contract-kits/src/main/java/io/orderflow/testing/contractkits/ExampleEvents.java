package io.orderflow.testing.contractkits;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.github.f4b6a3.uuid.UuidCreator;

/** Events made from the catalogue's own examples: what a scene needs for which a service has no better maker. */
public final class ExampleEvents {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final EventContracts CONTRACTS = EventContracts.load();

    private ExampleEvents() {}

    /**
     * The full example as an event of its own about another aggregate: the aggregate's id stands wherever the example's
     * stood, also inside longer ids.
     */
    public static ObjectNode about(String eventType, String aggregateId, long aggregateVersion) {
        ObjectNode example = CONTRACTS.of(eventType).fullExample();
        String before = example.path("aggregateId").asText();
        try {
            ObjectNode event = (ObjectNode) JSON.readTree(example.toString().replace(before, aggregateId));
            return event.put("aggregateVersion", aggregateVersion)
                    .put("eventId", UuidCreator.getTimeOrderedEpoch().toString());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("an id that breaks JSON: " + aggregateId, e);
        }
    }

    /** As {@link #about}, the first event of an aggregate that nobody has heard of. */
    public static ObjectNode aboutNewAggregate(String eventType) {
        return about(
                eventType, "agg_" + UuidCreator.getTimeOrderedEpoch().toString().replace("-", ""), 1);
    }
}
