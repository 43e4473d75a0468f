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
    private final Acceptance acceptance;

    RecordDecoder(EventCatalog catalog, EnvelopeCodec codec, InboxSubscription subscription, Acceptance acceptance) {
        this.catalog = catalog;
        this.codec = codec;
        this.subscription = subscription;
        this.acceptance = acceptance;
    }

    /** Never throws: what cannot even be looked at must not hold up the records behind it. */
    Decoded decode(ConsumerRecord<byte[], byte[]> source) {
        try {
            return look(source);
        } catch (RuntimeException e) {
            return refused(source, null, "malformed", e.toString());
        }
    }

    private Decoded look(ConsumerRecord<byte[], byte[]> source) {
        if (source.value() == null) {
            return refused(source, null, "null_payload", "The record has no value");
        }
        Optional<String> badHeaders = HeaderCheck.defect(source.headers());
        if (badHeaders.isPresent()) {
            return refused(source, null, "bad_headers", badHeaders.get());
        }
        JsonNode tree;
        try {
            tree = codec.parse(source.value());
        } catch (IOException e) {
            return refused(source, null, "malformed", firstLine(e));
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
        String tenantId = tree.path("tenantId").asText();
        if (!acceptance.tenants().contains(tenantId) || !HeaderCheck.namesTenant(source.headers(), tenantId)) {
            return refused(
                    source,
                    tree,
                    FailureClass.TENANT_VIOLATION,
                    "tenant_mismatch",
                    "Not a tenant of this service, or the header tenantId does not say the same");
        }
        Optional<String> disagreement = HeaderCheck.disagreement(source.headers(), tree);
        if (disagreement.isPresent()) {
            return refused(source, tree, "header_mismatch", disagreement.get());
        }
        return typed(source, tree);
    }

    private Decoded typed(ConsumerRecord<byte[], byte[]> source, JsonNode tree) {
        try {
            EventEnvelope<JsonNode> event = codec.fromJson(tree);
            Optional<String> badTime = acceptance.problemWithTime(event.occurredAt());
            if (badTime.isPresent()) {
                return refused(source, tree, "invalid_time", badTime.get());
            }
            Optional<String> tooOld = acceptance.problemWithAge(event.eventId());
            if (tooOld.isPresent()) {
                return refused(source, tree, "event_too_old", tooOld.get());
            }
            long digest = ContentDigest.of(source.value(), tree, codec);
            Class<?> type = subscription.payloadType(event.eventType());
            if (type == null) {
                return new Decoded.Unhandled(source, event, digest);
            }
            EventEnvelope<?> typed = event.withPayload(codec.payload(event.payload(), type));
            return new Decoded.Handled(
                    source,
                    new InboxEvent(
                            typed,
                            source.topic(),
                            source.partition(),
                            source.offset(),
                            source.timestamp(),
                            source.value()),
                    digest);
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
                failureClass == FailureClass.UNKNOWN_EVENT_VERSION && acceptance.waitsForVersions(),
                failureClass,
                code,
                Hearsay.shortened(reason, Hearsay.LONGEST_REASON),
                Hearsay.text(tree, "eventId"),
                Hearsay.text(tree, "eventType"),
                Hearsay.text(tree, "tenantId"));
    }

    private static String firstLine(IOException e) {
        return String.valueOf(e.getMessage()).lines().findFirst().orElse("unreadable");
    }
}
