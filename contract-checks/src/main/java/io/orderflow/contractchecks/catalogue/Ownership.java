package io.orderflow.contractchecks.catalogue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;

/**
 * An event's ownership record. Text that is not there reads as empty.
 *
 * @param file relative to the catalogue's folder
 * @param content a missing node if there is no record
 */
public record Ownership(String file, JsonNode content) {

    public String eventType() {
        return text("eventType");
    }

    /** With its version, e.g. {@code oms.order.events.v1}. */
    public String topic() {
        return text("topic");
    }

    public String ownerService() {
        return text("ownerService");
    }

    public String businessOwner() {
        return text("businessOwner");
    }

    public String technicalOwner() {
        return text("technicalOwner");
    }

    /** The payload field that is the record's key. */
    public String key() {
        return text("key");
    }

    /** Such as {@code 365 days plus archive}. */
    public String retention() {
        return text("retention");
    }

    /** Reference of the newest schema. */
    public String payloadSchema() {
        return text("payloadSchema");
    }

    public String compatibility() {
        return text("compatibility");
    }

    public Optional<Sensitivity> dataClassification() {
        return Sensitivity.of(text("dataClassification"));
    }

    public Optional<Lifecycle> lifecycle() {
        return Lifecycle.of(text("lifecycle"));
    }

    public boolean containsPii() {
        return content.path("containsPII").asBoolean();
    }

    /** Fields that say something about a person, as paths such as {@code payload.lines.contact.name}. */
    public List<String> piiFields() {
        return texts("piiFields");
    }

    /** The services that read the event. */
    public List<String> consumers() {
        return texts("consumers");
    }

    public boolean replaySafe() {
        return content.path("replaySafe").asBoolean();
    }

    public String sideEffectWarning() {
        return text("sideEffectWarning");
    }

    /** A field by its name; empty if it is missing or no text. */
    public String text(String field) {
        return content.path(field).asText("").strip();
    }

    private List<String> texts(String field) {
        return StreamSupport.stream(content.path(field).spliterator(), false)
                .map(JsonNode::asText)
                .toList();
    }
}
