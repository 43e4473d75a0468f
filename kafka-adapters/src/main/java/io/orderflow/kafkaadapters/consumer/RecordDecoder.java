package io.orderflow.kafkaadapters.consumer;

import com.fasterxml.jackson.databind.JsonNode;
import io.orderflow.kafkaadapters.catalog.EventCatalog;
import io.orderflow.kafkaadapters.catalog.EventDefinition;
import io.orderflow.kafkaadapters.envelope.EnvelopeCodec;
import io.orderflow.kafkaadapters.envelope.EventEnvelope;
import io.orderflow.kafkaadapters.failure.FailureClass;
import io.orderflow.kafkaadapters.inbox.InboxEvent;
import io.orderflow.kafkaadapters.inbox.InboxSubscription;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/**
 * Turns a record into a typed event or says precisely why not. Trusts nothing: the type is looked up in the catalogue, the
 * value is held to its schema, key and headers have to agree with it. Headers of frameworks are not even looked at.
 */
final class RecordDecoder {

    private final EventCatalog catalog;
    private final EnvelopeCodec codec;
    private final InboxSubscription subscription;
    private final Set<String> tenants;

    RecordDecoder(EventCatalog catalog, EnvelopeCodec codec, InboxSubscription subscription, Set<String> tenants) {
        this.catalog = catalog;
        this.codec = codec;
        this.subscription = subscription;
        this.tenants = tenants;
    }

    Decoded decode(ConsumerRecord<byte[], byte[]> source) {
        if (source.value() == null) {
            return refused(source, null, "null_payload", "The record has no value");
        }
        JsonNode tree;
        try {
            tree = codec.parse(source.value());
        } catch (IOException e) {
            return refused(source, null, "malformed", firstLine(e));
        }
        if (!tree.isObject()) {
            return refused(source, null, "malformed", "Not a JSON object");
        }
        Optional<EventDefinition> definition = catalog.find(
                tree.path("eventType").asText(), tree.path("eventVersion").asInt());
        if (definition.isEmpty()) {
            return unknown(source, tree);
        }
        List<String> violations = catalog.violations(definition.get(), tree);
        if (!violations.isEmpty()) {
            return refused(source, tree, "schema_invalid", String.join("; ", violations));
        }
        return agreeing(source, tree, definition.get());
    }

    private Decoded agreeing(ConsumerRecord<byte[], byte[]> source, JsonNode tree, EventDefinition definition) {
        if (!definition.topic().equals(source.topic())) {
            return refused(source, tree, "wrong_topic", definition.eventType() + " belongs on " + definition.topic());
        }
        String aggregateId = tree.path("aggregateId").asText();
        if (source.key() == null || !aggregateId.equals(new String(source.key(), StandardCharsets.UTF_8))) {
            return refused(source, tree, "key_mismatch", "The record's key is not aggregateId " + aggregateId);
        }
        Optional<String> disagreement = HeaderCheck.disagreement(source.headers(), tree);
        if (disagreement.isPresent()) {
            return refused(source, tree, "header_mismatch", disagreement.get());
        }
        if (!tenants.contains(tree.path("tenantId").asText())) {
            return refused(
                    source, tree, FailureClass.TENANT_VIOLATION, "tenant_mismatch", "Not a tenant of this service");
        }
        return typed(source, tree);
    }

    private Decoded typed(ConsumerRecord<byte[], byte[]> source, JsonNode tree) {
        try {
            EventEnvelope<JsonNode> event = codec.fromJson(tree);
            Class<?> type = subscription.payloadTypes().get(event.eventType());
            if (type == null) {
                return new Decoded.Unhandled(source, event);
            }
            EventEnvelope<?> typed = event.withPayload(codec.payload(event.payload(), type));
            return new Decoded.Handled(
                    source, new InboxEvent(typed, source.topic(), source.partition(), source.offset()));
        } catch (IOException e) {
            return refused(source, tree, "payload_unreadable", firstLine(e));
        }
    }

    private Decoded unknown(ConsumerRecord<byte[], byte[]> source, JsonNode tree) {
        String type = tree.path("eventType").asText();
        boolean knownType = catalog.newest(type).isPresent();
        return refused(
                source,
                tree,
                knownType ? FailureClass.UNKNOWN_EVENT_VERSION : FailureClass.CONTRACT_VIOLATION,
                knownType ? "unsupported_version" : "unsupported_type",
                "Not in the catalogue: " + type + " version " + tree.path("eventVersion"));
    }

    private Decoded refused(
            ConsumerRecord<byte[], byte[]> source, @Nullable JsonNode tree, String code, String reason) {
        return refused(source, tree, FailureClass.CONTRACT_VIOLATION, code, reason);
    }

    private Decoded refused(
            ConsumerRecord<byte[], byte[]> source,
            @Nullable JsonNode tree,
            FailureClass failureClass,
            String code,
            String reason) {
        return new Decoded.Refused(
                source,
                Decoded.positionId(subscription.consumerGroup(), source),
                failureClass,
                code,
                reason,
                Hearsay.text(tree, "eventId"),
                Hearsay.text(tree, "eventType"),
                Hearsay.text(tree, "tenantId"));
    }

    private static String firstLine(IOException e) {
        return String.valueOf(e.getMessage()).lines().findFirst().orElse("unreadable");
    }
}
