package io.orderflow.kafkaadapters.topics;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.StreamSupport;

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

    /**
     * All topics, each source followed by its retry and dead-letter topics.
     *
     * @param environment {@code local} or {@code production}
     */
    public List<TopicDefinition> topics(String environment) {
        TopicDefinitions definitions = new TopicDefinitions(file, environment);
        return StreamSupport.stream(file.required("topics").spliterator(), false)
                .flatMap(topic -> definitions.family(topic).stream())
                .toList();
    }

    /** What versions on this topic promise; {@link VersionContract#NONE} for a topic that the file does not name. */
    public VersionContract versionContract(String topic) {
        return source(topic)
                .map(found -> found.path("versions").asText("none"))
                .map(versions -> VersionContract.valueOf(versions.toUpperCase(Locale.ROOT)))
                .orElse(VersionContract.NONE);
    }

    /** The delays of the topic's retry family, e.g. {@code 1m}, shortest first; empty if it has none. */
    public List<String> retryDelays(String topic) {
        boolean hasFamily = source(topic)
                .map(found -> found.path("retryFamily").asBoolean())
                .orElse(false);
        List<String> delays = new ArrayList<>();
        if (hasFamily) {
            file.required("families").required("retry").required("delays").forEach(delay -> delays.add(delay.asText()));
        }
        return delays;
    }

    /** The largest record that any topic takes, in bytes. */
    public int maxMessageBytes() {
        return file.required("maxMessageBytes").asInt();
    }

    private Optional<JsonNode> source(String topic) {
        return StreamSupport.stream(file.required("topics").spliterator(), false)
                .filter(candidate -> candidate.required("name").asText().equals(topic))
                .findFirst();
    }
}
