package io.orderflow.kafkaadapters.topics;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.apache.kafka.common.config.TopicConfig;

/** What the entries of {@code contracts/topics.yaml} mean in one environment. */
final class TopicDefinitions {

    private final JsonNode file;
    private final String environment;

    TopicDefinitions(JsonNode file, String environment) {
        this.file = file;
        this.environment = environment;
    }

    /** The topic and those that derive from it. */
    List<TopicDefinition> family(JsonNode topic) {
        String name = topic.required("name").asText();
        List<String> consumers = texts(topic.path("consumers")).toList();
        String classification = topic.required("dataClassification").asText();
        List<TopicDefinition> family = new ArrayList<>();
        family.add(definition(name, topic.required("owner").asText(), classification, consumers, topic));
        if (topic.path("retryFamily").asBoolean()) {
            JsonNode retry = file.required("families").required("retry");
            String owner = topic.required("retryOwner").asText();
            List<String> retryGroups =
                    consumers.stream().map(TopicNames::retryGroup).toList();
            texts(retry.required("delays"))
                    .map(delay -> definition(TopicNames.retry(name, delay), owner, classification, retryGroups, retry))
                    .forEach(family::add);
        }
        if (topic.path("deadLetter").asBoolean()) {
            JsonNode deadLetter = file.required("families").required("deadLetter");
            String owner = deadLetter.required("owner").asText();
            family.add(definition(TopicNames.deadLetter(name), owner, classification, List.of(), deadLetter));
        }
        return family;
    }

    private TopicDefinition definition(
            String name, String owner, String classification, List<String> consumers, JsonNode entry) {
        JsonNode size = entry.required(environment);
        return new TopicDefinition(
                name,
                owner,
                classification,
                entry.required("lifecycle").asBoolean(),
                consumers,
                new TopicLoad(
                        entry.at("/load/perOrder").asInt(),
                        entry.at("/load/perLine").asInt()),
                size.required("partitions").asInt(),
                (short) size.required("replicationFactor").asInt(),
                Map.of(
                        TopicConfig.CLEANUP_POLICY_CONFIG,
                                entry.required("cleanupPolicy").asText(),
                        TopicConfig.RETENTION_MS_CONFIG,
                                size.required("retentionMs").asText(),
                        TopicConfig.MIN_IN_SYNC_REPLICAS_CONFIG,
                                size.required("minInSyncReplicas").asText(),
                        TopicConfig.MAX_MESSAGE_BYTES_CONFIG,
                                file.required("maxMessageBytes").asText(),
                        TopicConfig.COMPRESSION_TYPE_CONFIG,
                                file.required("compressionType").asText(),
                        TopicConfig.UNCLEAN_LEADER_ELECTION_ENABLE_CONFIG,
                                file.required("uncleanLeaderElection").asText()));
    }

    private static Stream<String> texts(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false).map(JsonNode::asText);
    }
}
