package io.orderflow.cli.records;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;

/**
 * An event as it stands on its topic.
 *
 * @param writtenAt by the clock of whoever wrote it
 * @param event the whole envelope
 */
public record SeenRecord(
        String topic, int partition, long offset, Instant writtenAt, String key, String type, JsonNode event) {

    public JsonNode payload() {
        return event.path("payload");
    }

    /** A text of the payload; empty if there is none. */
    public String text(String field) {
        return payload().path(field).asText();
    }

    public long version() {
        return event.path("aggregateVersion").asLong();
    }
}
