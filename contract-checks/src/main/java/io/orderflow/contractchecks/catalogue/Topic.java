package io.orderflow.contractchecks.catalogue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;

/** One topic of {@code topics.yaml}. Text that is not there reads as empty. */
public record Topic(JsonNode content) {

    public String name() {
        return text("name");
    }

    /** The name as folders and schema references have it: without version. */
    public String folder() {
        return name().replaceFirst("\\.v[0-9]+$", "");
    }

    public String owner() {
        return text("owner");
    }

    public String description() {
        return text("description");
    }

    /** {@code public}, {@code private}, {@code integration} or {@code operational}. */
    public String visibility() {
        return text("visibility");
    }

    public boolean isOperational() {
        return visibility().equals("operational");
    }

    public Optional<Sensitivity> dataClassification() {
        return Sensitivity.of(text("dataClassification"));
    }

    /** The field that is the record's key. */
    public String key() {
        return text("key");
    }

    /** Whether the topic holds the history of an aggregate. */
    public boolean lifecycle() {
        return content.path("lifecycle").asBoolean();
    }

    /** As Kafka's {@code cleanup.policy}. */
    public String cleanupPolicy() {
        return text("cleanupPolicy");
    }

    public boolean hasRetryFamily() {
        return content.path("retryFamily").asBoolean();
    }

    public String retryOwner() {
        return text("retryOwner");
    }

    public boolean hasDeadLetter() {
        return content.path("deadLetter").asBoolean();
    }

    /** The consumer groups that read the topic, {@code <service>.<stream>.consumer}. */
    public List<String> consumers() {
        return StreamSupport.stream(content.path("consumers").spliterator(), false)
                .map(JsonNode::asText)
                .toList();
    }

    /** The services that these groups belong to, each once. */
    public List<String> consumingServices() {
        return consumers().stream()
                .map(group -> group.replaceFirst("\\..*", ""))
                .distinct()
                .toList();
    }

    /**
     * Sizes in an environment: partitions, replicationFactor, minInSyncReplicas, retentionMs.
     *
     * @param environment {@code local} or {@code production}
     */
    public JsonNode sizes(String environment) {
        return content.path(environment);
    }

    private String text(String field) {
        return content.path(field).asText("").strip();
    }
}
