package io.orderflow.kafkaadapters.outbox;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.github.f4b6a3.uuid.UuidCreator;
import io.micrometer.core.instrument.MeterRegistry;
import io.orderflow.kafkaadapters.catalog.EventCatalog;
import io.orderflow.kafkaadapters.catalog.EventDefinition;
import io.orderflow.kafkaadapters.catalog.SchemaViolation;
import io.orderflow.kafkaadapters.envelope.EnvelopeCodec;
import io.orderflow.kafkaadapters.envelope.EventEnvelope;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Collects a transaction's events and has them written right before its commit. */
final class JdbcOutbox implements Outbox {

    /** Stands in for a version that is only known at commit, so that the schema can be checked at once. */
    private static final long UNKNOWN_VERSION = 1;

    private final EventCatalog catalog;
    private final EnvelopeCodec codec;
    private final Set<String> publishesFor;
    private final OutboxWriter writer;
    private final MeterRegistry meters;

    JdbcOutbox(
            EventCatalog catalog,
            EnvelopeCodec codec,
            Set<String> publishesFor,
            OutboxWriter writer,
            MeterRegistry meters) {
        this.catalog = catalog;
        this.codec = codec;
        this.publishesFor = Set.copyOf(publishesFor);
        this.writer = writer;
        this.meters = meters;
    }

    @Override
    public UUID append(OutgoingEvent event) {
        if (!TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException("Outbox.append(" + event.eventType() + ") needs a transaction: the event "
                    + "and the change it speaks of must commit together");
        }
        EventDefinition definition = definitionOf(event);
        EventEnvelope<ObjectNode> envelope = envelope(event, definition, payload(event, definition));
        ObjectNode value = codec.toJson(envelope);
        List<String> violations = catalog.violations(definition, value);
        if (!violations.isEmpty()) {
            refused(definition, "schema");
            throw new SchemaViolation(definition.schemaRef(), violations);
        }
        PendingEvents.ofTransaction(writer)
                .add(new PendingEvent(definition.topic(), envelope, value, event.aggregateVersion() == null));
        return envelope.eventId();
    }

    private EventDefinition definitionOf(OutgoingEvent event) {
        EventDefinition definition = catalog.newest(event.eventType())
                .orElseThrow(() -> new IllegalArgumentException("Not in the catalogue: " + event.eventType()));
        if (!publishesFor.contains(definition.ownerService())) {
            throw new IllegalArgumentException(event.eventType() + " belongs to " + definition.ownerService()
                    + "; this service publishes for " + publishesFor);
        }
        return definition;
    }

    private ObjectNode payload(OutgoingEvent event, EventDefinition definition) {
        try {
            return codec.toTree(event.payload());
        } catch (IllegalArgumentException | ClassCastException e) {
            refused(definition, "serialization");
            throw e;
        }
    }

    private void refused(EventDefinition definition, String cause) {
        meters.counter("orderflow.outbox.rejected", "event.type", definition.eventType(), "cause", cause)
                .increment();
    }

    private static EventEnvelope<ObjectNode> envelope(
            OutgoingEvent event, EventDefinition definition, ObjectNode payload) {
        return new EventEnvelope<>(
                UuidCreator.getTimeOrderedEpoch(),
                definition.eventType(),
                definition.version(),
                event.occurredAt(),
                null,
                definition.ownerService(),
                event.tenantId(),
                event.aggregateType(),
                event.aggregateId(),
                event.aggregateVersion() == null ? UNKNOWN_VERSION : event.aggregateVersion(),
                event.origin().correlationId(),
                event.origin().causationId(),
                event.origin().traceId(),
                definition.schemaRef(),
                payload,
                event.origin().metadata());
    }
}
