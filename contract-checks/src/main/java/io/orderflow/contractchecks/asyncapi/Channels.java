package io.orderflow.contractchecks.asyncapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.orderflow.contractchecks.catalogue.Catalogue;
import io.orderflow.contractchecks.catalogue.RecordContract;
import io.orderflow.contractchecks.catalogue.Topic;
import java.util.List;
import java.util.Optional;

/** One channel for each topic, and one for all dead-letter topics together. Figures are those of production. */
final class Channels {

    static final String DEAD_LETTERS = "dead-letters";
    private static final String DEAD_LETTER = "dead-letter";
    private static final String AUDIT_RECORD = "audit-record";
    private static final String AUDIT_TOPIC = "audit.";
    private static final String PRODUCTION = "production";

    private final Catalogue catalogue;

    Channels(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    ObjectNode all() {
        ObjectNode channels = JsonNodeFactory.instance.objectNode();
        catalogue.topics().all().forEach(topic -> channels.set(topic.name(), channel(topic)));
        List<Topic> sources =
                catalogue.topics().all().stream().filter(Topic::hasDeadLetter).toList();
        record(catalogue, DEAD_LETTER)
                .filter(contract -> !sources.isEmpty())
                .ifPresent(contract -> channels.set(DEAD_LETTERS, deadLetters(contract, sources)));
        return channels;
    }

    /** The records that are no events and that a topic carries. */
    static List<RecordContract> records(Catalogue catalogue, Topic topic) {
        return topic.name().startsWith(AUDIT_TOPIC)
                ? record(catalogue, AUDIT_RECORD).stream().toList()
                : List.of();
    }

    private static Optional<RecordContract> record(Catalogue catalogue, String name) {
        return catalogue.records().stream()
                .filter(contract -> contract.name().equals(name))
                .findFirst();
    }

    private ObjectNode channel(Topic topic) {
        ObjectNode channel = JsonNodeFactory.instance.objectNode();
        channel.put("address", topic.name());
        channel.put("title", topic.name());
        channel.put("description", topic.description());
        ObjectNode messages = channel.putObject("messages");
        catalogue.eventsOf(topic.name()).forEach(event -> event.versions()
                .forEach(version -> reference(messages, Messages.name(event, version))));
        records(catalogue, topic).forEach(contract -> reference(messages, Messages.name(contract)));
        ArrayNode tags = channel.putArray("tags");
        tags.addObject().put("name", "owner:" + topic.owner());
        tags.addObject().put("name", "visibility:" + topic.visibility());
        topic.dataClassification().ifPresent(value -> tags.addObject().put("name", "classification:" + value.label()));
        channel.putObject("bindings").set("kafka", kafka(topic));
        channel.put("x-key", topic.key());
        topic.consumers().forEach(channel.putArray("x-consumer-groups")::add);
        RelatedTopics related = RelatedTopics.of(topic, catalogue.topics());
        related.retries().forEach(channel.putArray("x-retry-topics")::add);
        related.deadLetter().ifPresent(name -> channel.put("x-dead-letter-topic", name));
        return channel;
    }

    private ObjectNode deadLetters(RecordContract contract, List<Topic> sources) {
        Topic family = catalogue.topics().deadLetterFamily();
        ObjectNode channel = JsonNodeFactory.instance.objectNode();
        channel.put("address", "{source}.dlt.v1");
        channel.put("title", "Dead-letter topics");
        channel.put("description", family.description());
        ObjectNode source = channel.putObject("parameters").putObject("source");
        source.put("description", "The topic that the record comes from, without its version");
        sources.forEach(topic -> source.withArray("enum").add(topic.folder()));
        reference(channel.putObject("messages"), Messages.name(contract));
        channel.putArray("tags").addObject().put("name", "owner:" + family.owner());
        channel.putObject("bindings").set("kafka", kafka(family));
        return channel;
    }

    private ObjectNode kafka(Topic topic) {
        JsonNode sizes = topic.sizes(PRODUCTION);
        ObjectNode kafka = JsonNodeFactory.instance.objectNode();
        if (!topic.name().isEmpty()) {
            kafka.put("topic", topic.name());
        }
        kafka.put("partitions", sizes.path("partitions").asInt());
        kafka.put("replicas", sizes.path("replicationFactor").asInt());
        ObjectNode settings = kafka.putObject("topicConfiguration");
        for (String policy : topic.cleanupPolicy().split(",")) {
            settings.withArray("cleanup.policy").add(policy);
        }
        settings.put("retention.ms", sizes.path("retentionMs").asLong());
        settings.put(
                "max.message.bytes",
                catalogue.topics().content().path("maxMessageBytes").asInt());
        kafka.put("bindingVersion", "0.5.0");
        return kafka;
    }

    private static void reference(ObjectNode messages, String name) {
        messages.putObject(name).put("$ref", "#/components/messages/" + name);
    }
}
