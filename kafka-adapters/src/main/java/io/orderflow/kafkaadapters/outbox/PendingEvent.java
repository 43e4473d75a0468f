package io.orderflow.kafkaadapters.outbox;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.orderflow.kafkaadapters.envelope.EventEnvelope;

/**
 * An appended event before its transaction commits.
 *
 * @param value the envelope as JSON, already held to its schema
 * @param needsVersion whether the outbox still has to count the aggregate's version
 */
record PendingEvent(String topic, EventEnvelope<ObjectNode> envelope, ObjectNode value, boolean needsVersion) {

    AggregateKey aggregate() {
        return new AggregateKey(envelope.aggregateType(), envelope.tenantId(), envelope.aggregateId());
    }

    record AggregateKey(String type, String tenantId, String id) {}
}
