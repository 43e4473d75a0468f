package io.orderflow.kafkaadapters.topics;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.ConsumerGroupListing;
import org.apache.kafka.clients.admin.ListConsumerGroupOffsetsSpec;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/**
 * The topics that a broker has, without its internal ones.
 *
 * @param topics by name
 * @param groups the consumer groups that have committed offsets, by topic
 */
record LiveTopics(Map<String, LiveTopic> topics, Map<String, Set<String>> groups) {

    static final String CLEANUP_POLICY = TopicConfig.CLEANUP_POLICY_CONFIG;

    /**
     * @param replicationFactors of all partitions; one number unless a reassignment is half done
     * @param settings effective values of all settings
     * @param overrides names of the settings that differ from the broker's default on purpose
     */
    record LiveTopic(
            int partitions, Set<Integer> replicationFactors, Map<String, String> settings, Set<String> overrides) {}

    static LiveTopics read(Admin admin) {
        return new LiveTopics(topics(admin), readers(admin));
    }

    static Map<String, LiveTopic> topics(Admin admin) {
        Set<String> names = Answers.of(admin.listTopics().names()).stream()
                .filter(name -> !name.startsWith("__"))
                .collect(Collectors.toSet());
        Map<String, Config> configs = new HashMap<>();
        admin.describeConfigs(names.stream().map(LiveTopics::resource).toList())
                .values()
                .forEach((resource, config) ->
                        unlessDeleted(config).ifPresent(found -> configs.put(resource.name(), found)));
        Map<String, LiveTopic> topics = new TreeMap<>();
        admin.describeTopics(names).topicNameValues().forEach((name, topic) -> unlessDeleted(topic)
                .ifPresent(found -> Optional.ofNullable(configs.get(name))
                        .ifPresent(config -> topics.put(name, liveTopic(found, config)))));
        return topics;
    }

    static ConfigResource resource(String topic) {
        return new ConfigResource(ConfigResource.Type.TOPIC, topic);
    }

    private static LiveTopic liveTopic(TopicDescription topic, Config config) {
        return new LiveTopic(
                topic.partitions().size(),
                topic.partitions().stream()
                        .map(partition -> partition.replicas().size())
                        .collect(Collectors.toCollection(TreeSet::new)),
                config.entries().stream()
                        .filter(entry -> entry.value() != null)
                        .collect(Collectors.toMap(ConfigEntry::name, ConfigEntry::value)),
                config.entries().stream()
                        .filter(entry -> entry.source() == ConfigEntry.ConfigSource.DYNAMIC_TOPIC_CONFIG)
                        .map(ConfigEntry::name)
                        .collect(Collectors.toSet()));
    }

    private static Map<String, Set<String>> readers(Admin admin) {
        Collection<String> groups =
                new ArrayList<>(Answers.of(admin.listConsumerGroups().valid()).stream()
                        .map(ConsumerGroupListing::groupId)
                        .toList());
        if (groups.isEmpty()) {
            return Map.of();
        }
        Map<String, Set<String>> readers = new HashMap<>();
        Answers.of(admin.listConsumerGroupOffsets(groups.stream()
                                .collect(Collectors.toMap(
                                        Function.identity(), group -> new ListConsumerGroupOffsetsSpec())))
                        .all())
                .forEach((group, offsets) -> offsets.keySet()
                        .forEach(partition -> readers.computeIfAbsent(partition.topic(), topic -> new HashSet<>())
                                .add(group)));
        return readers;
    }

    /** A topic may go between two questions. */
    private static <T> Optional<T> unlessDeleted(KafkaFuture<T> answer) {
        try {
            return Optional.of(Answers.of(answer));
        } catch (UnknownTopicOrPartitionException deleted) {
            return Optional.empty();
        }
    }

    /** Whether records of the same key replace each other. */
    static boolean compacts(String policy) {
        return List.of(policy.split(",")).contains(TopicConfig.CLEANUP_POLICY_COMPACT);
    }
}
