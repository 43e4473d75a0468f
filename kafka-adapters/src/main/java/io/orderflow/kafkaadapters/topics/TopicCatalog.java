package io.orderflow.kafkaadapters.topics;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/** The topics of {@code contracts/topics.yaml}, with the retry and dead-letter topics that follow from them. */
public final class TopicCatalog {

    private static final String FILE = "contracts/topics.yaml";

    private final JsonNode file;

    private TopicCatalog(JsonNode file) {
        this.file = file;
    }

    /** Reads the file from the class path. */
    public static TopicCatalog load() {
        try (InputStream in = TopicCatalog.class.getClassLoader().getResourceAsStream(FILE)) {
            if (in == null) {
                throw new IllegalStateException("Not on the class path: " + FILE);
            }
            return new TopicCatalog(new YAMLMapper().readTree(in));
        } catch (IOException e) {
            throw new UncheckedIOException("Reading " + FILE, e);
        }
    }

    /** @param environment {@code local} or {@code production} */
    public List<TopicDefinition> topics(String environment) {
        List<TopicDefinition> all = new ArrayList<>();
        JsonNode families = file.required("families");
        for (JsonNode topic : file.required("topics")) {
            String name = topic.required("name").asText();
            all.add(definition(name, topic.required("owner").asText(), topic, environment));
            if (topic.path("retryFamily").asBoolean()) {
                JsonNode retry = families.required("retry");
                retry.required("delays")
                        .forEach(delay -> all.add(definition(
                                TopicNames.retry(name, delay.asText()),
                                topic.required("retryOwner").asText(),
                                retry,
                                environment)));
            }
            if (topic.path("deadLetter").asBoolean()) {
                JsonNode deadLetter = families.required("deadLetter");
                all.add(definition(
                        TopicNames.deadLetter(name),
                        deadLetter.required("owner").asText(),
                        deadLetter,
                        environment));
            }
        }
        return all;
    }

    private TopicDefinition definition(String name, String owner, JsonNode source, String environment) {
        JsonNode size = source.required(environment);
        return new TopicDefinition(
                name,
                owner,
                size.required("partitions").asInt(),
                (short) size.required("replicationFactor").asInt(),
                size.required("minInSyncReplicas").asInt(),
                source.required("cleanupPolicy").asText(),
                size.required("retentionMs").asLong(),
                file.required("maxMessageBytes").asInt());
    }
}
