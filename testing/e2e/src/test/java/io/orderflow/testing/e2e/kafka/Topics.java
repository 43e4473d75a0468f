package io.orderflow.testing.e2e.kafka;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import io.orderflow.testing.support.kafka.TestKafka;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;

/** The topics of the contract, and how many partitions they have locally. */
public final class Topics {

    public static final String QUOTES = "cpq.quote.events.v1";
    public static final String ORDERS = "oms.order.events.v1";
    public static final String ORCHESTRATION = "oms.orchestration.events.v1";
    public static final String FULFILLMENT = "oms.fulfillment.integration.v1";
    public static final String AUDIT = "audit.business-events.v1";

    private static final String FILE = "/contracts/topics.yaml";

    private Topics() {}

    /** Creates every topic of the file with its retry and dead-letter families. */
    public static void createAll() {
        JsonNode file = read();
        JsonNode families = file.path("families");
        for (JsonNode topic : file.path("topics")) {
            String name = topic.path("name").asText();
            create(name, topic);
            if (topic.path("retryFamily").asBoolean()) {
                families.path("retry")
                        .path("delays")
                        .forEach(delay -> create(derived(name, "retry." + delay.asText()), families.path("retry")));
            }
            if (topic.path("deadLetter").asBoolean()) {
                create(deadLetters(name), families.path("deadLetter"));
            }
        }
    }

    /** Where the records of a topic go that could not be applied. */
    public static String deadLetters(String topic) {
        return derived(topic, "dlt");
    }

    /** The version stays at the end of a name. */
    private static String derived(String topic, String family) {
        int version = topic.lastIndexOf('.');
        return topic.substring(0, version) + "." + family + topic.substring(version);
    }

    private static void create(String name, JsonNode settings) {
        TestKafka.createTopic(name, settings.path("local").path("partitions").asInt());
    }

    private static JsonNode read() {
        try (InputStream file = Objects.requireNonNull(Topics.class.getResourceAsStream(FILE), FILE)) {
            return new ObjectMapper(new YAMLFactory()).readTree(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
