package io.orderflow.contractchecks.catalogue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;

/**
 * The file {@code topics.yaml}.
 *
 * @param content the whole file, families and settings included
 */
public record Topics(String file, JsonNode content) {

    public List<Topic> all() {
        return StreamSupport.stream(content.path("topics").spliterator(), false)
                .map(Topic::new)
                .toList();
    }

    public Optional<Topic> find(String name) {
        return all().stream().filter(topic -> topic.name().equals(name)).findFirst();
    }

    /** What all retry topics have in common; a topic without name. */
    public Topic retryFamily() {
        return new Topic(content.path("families").path("retry"));
    }

    /** What all dead-letter topics have in common; a topic without name. */
    public Topic deadLetterFamily() {
        return new Topic(content.path("families").path("deadLetter"));
    }

    /** How long records wait before they are tried again, e.g. {@code 1m}, {@code 15m}, {@code 1h}. */
    public List<String> retryDelays() {
        return StreamSupport.stream(
                        content.path("families").path("retry").path("delays").spliterator(), false)
                .map(JsonNode::asText)
                .toList();
    }
}
