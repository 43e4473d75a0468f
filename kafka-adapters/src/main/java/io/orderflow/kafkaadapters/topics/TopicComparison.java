package io.orderflow.kafkaadapters.topics;

import io.orderflow.kafkaadapters.topics.LiveTopics.LiveTopic;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Finds the differences; a pure function. */
final class TopicComparison {

    /** Set for a while by tools that move partitions. */
    private static final String THROTTLE = ".replication.throttled.replicas";

    private final List<TopicChange> differences = new ArrayList<>();

    private TopicComparison() {}

    /** In the order of the declaration, then what is only on the broker. */
    static List<TopicChange> differences(Collection<TopicDefinition> declared, LiveTopics live) {
        TopicComparison comparison = new TopicComparison();
        for (TopicDefinition topic : declared) {
            comparison.add(topic, live);
        }
        Set<String> names = declared.stream().map(TopicDefinition::name).collect(Collectors.toSet());
        live.topics().forEach((name, topic) -> {
            if (!names.contains(name)) {
                comparison.differences.add(new TopicChange.UndeclaredTopic(name, topic.partitions()));
            }
        });
        return comparison.differences;
    }

    private void add(TopicDefinition declared, LiveTopics broker) {
        String policy = declared.configuration().getOrDefault(LiveTopics.CLEANUP_POLICY, "");
        if (declared.lifecycle() && LiveTopics.compacts(policy)) {
            differences.add(new TopicChange.CompactionDeclared(declared.name(), policy));
            return;
        }
        LiveTopic live = broker.topics().get(declared.name());
        if (live == null) {
            differences.add(new TopicChange.MissingTopic(declared));
            return;
        }
        addPartitions(declared, live);
        live.replicationFactors().stream()
                .filter(factor -> factor != declared.replicationFactor())
                .forEach(factor -> differences.add(
                        new TopicChange.ReplicationDrift(declared.name(), factor, declared.replicationFactor())));
        addSettings(declared, live);
        new TreeSet<>(broker.groups().getOrDefault(declared.name(), Set.of()))
                .stream()
                        .filter(group -> !declared.consumers().contains(TopicNames.replayedGroup(group)))
                        .forEach(group -> differences.add(new TopicChange.UndeclaredConsumer(declared.name(), group)));
    }

    private void addPartitions(TopicDefinition declared, LiveTopic live) {
        if (live.partitions() < declared.partitions()) {
            differences.add(
                    new TopicChange.TooFewPartitions(declared.name(), live.partitions(), declared.partitions()));
        } else if (live.partitions() > declared.partitions()) {
            differences.add(
                    new TopicChange.TooManyPartitions(declared.name(), live.partitions(), declared.partitions()));
        }
    }

    private void addSettings(TopicDefinition declared, LiveTopic live) {
        Map<String, String> wanted = new TreeMap<>(declared.configuration());
        wanted.forEach((setting, value) -> {
            String found = live.settings().get(setting);
            if (found != null && setting.equals(LiveTopics.CLEANUP_POLICY)) {
                addPolicy(declared, found, value);
            } else if (!value.equals(found)) {
                differences.add(new TopicChange.SettingDrift(declared.name(), setting, found, value));
            }
        });
        for (String setting : new TreeSet<>(live.overrides())) {
            if (!wanted.containsKey(setting) && !setting.endsWith(THROTTLE)) {
                String found = live.settings().getOrDefault(setting, "");
                differences.add(new TopicChange.UndeclaredSetting(declared.name(), setting, found));
            }
        }
    }

    /** A policy is a set: {@code compact,delete} is {@code delete,compact}. */
    private void addPolicy(TopicDefinition declared, String live, String wanted) {
        if (Set.of(live.split(",")).equals(Set.of(wanted.split(",")))) {
            return;
        }
        differences.add(
                declared.lifecycle() && LiveTopics.compacts(live)
                        ? new TopicChange.CompactionLive(declared.name(), live, wanted)
                        : new TopicChange.SettingDrift(declared.name(), LiveTopics.CLEANUP_POLICY, live, wanted));
    }
}
