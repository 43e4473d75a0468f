package io.orderflow.kafkaadapters.topics;

import io.orderflow.kafkaadapters.topics.LiveTopics.LiveTopic;
import io.orderflow.kafkaadapters.topics.TopicChange.MissingTopic;
import io.orderflow.kafkaadapters.topics.TopicChange.Repair;
import io.orderflow.kafkaadapters.topics.TopicChange.SettingDrift;
import io.orderflow.kafkaadapters.topics.TopicChange.TooFewPartitions;
import io.orderflow.kafkaadapters.topics.TopicChange.UndeclaredSetting;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.NewPartitions;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.InvalidPartitionsException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.TopicExistsException;

/** Makes repairs so, and takes what another one did at the same time for done. */
final class TopicRepairs {

    /** The controller answers when it has decided; brokers show it a moment later. */
    private static final Duration SHOWN_WITHIN = Duration.ofSeconds(20);

    private static final Duration LOOK_EVERY = Duration.ofMillis(50);

    private final Admin admin;

    TopicRepairs(Admin admin) {
        this.admin = admin;
    }

    void make(List<Repair> repairs) {
        create(only(repairs, MissingTopic.class).map(MissingTopic::declared).toList());
        raise(only(repairs, TooFewPartitions.class)
                .collect(Collectors.toMap(TooFewPartitions::topic, TooFewPartitions::declared)));
        set(repairs);
        if (!repairs.isEmpty()) {
            awaitShown(repairs);
        }
    }

    private void create(List<TopicDefinition> topics) {
        List<NewTopic> missing = topics.stream()
                .map(topic -> new NewTopic(topic.name(), topic.partitions(), topic.replicationFactor())
                        .configs(topic.configuration()))
                .toList();
        for (KafkaFuture<Void> created : admin.createTopics(missing).values().values()) {
            try {
                Answers.of(created);
            } catch (TopicExistsException somebodyElseDid) {
                // What it lacks, the next plan shows.
            }
        }
    }

    private void raise(Map<String, Integer> partitions) {
        Map<String, NewPartitions> wanted = partitions.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, each -> NewPartitions.increaseTo(each.getValue())));
        for (KafkaFuture<Void> raised : admin.createPartitions(wanted).values().values()) {
            try {
                Answers.of(raised);
            } catch (InvalidPartitionsException somebodyElseDid) {
                // It has as many already; the wait below ends when the broker shows them.
            }
        }
    }

    private void set(List<Repair> repairs) {
        Map<ConfigResource, Collection<AlterConfigOp>> settings = new LinkedHashMap<>();
        only(repairs, SettingDrift.class).forEach(drift -> operations(settings, drift.topic())
                .add(new AlterConfigOp(new ConfigEntry(drift.setting(), drift.declared()), AlterConfigOp.OpType.SET)));
        only(repairs, UndeclaredSetting.class).forEach(extra -> operations(settings, extra.topic())
                .add(new AlterConfigOp(new ConfigEntry(extra.setting(), null), AlterConfigOp.OpType.DELETE)));
        if (!settings.isEmpty()) {
            Answers.of(admin.incrementalAlterConfigs(settings).all());
        }
    }

    private static Collection<AlterConfigOp> operations(
            Map<ConfigResource, Collection<AlterConfigOp>> settings, String topic) {
        return settings.computeIfAbsent(LiveTopics.resource(topic), resource -> new ArrayList<>());
    }

    private void awaitShown(List<Repair> repairs) {
        long since = System.nanoTime();
        while (!isShown(repairs)) {
            if (System.nanoTime() - since > SHOWN_WITHIN.toNanos()) {
                throw new TimeoutException("the broker accepted the changes and does not show them after "
                        + SHOWN_WITHIN.toSeconds() + " s");
            }
            try {
                Thread.sleep(LOOK_EVERY.toMillis());
            } catch (InterruptedException e) {
                // Sets the thread's interrupt flag again.
                throw new InterruptException(e);
            }
        }
    }

    private boolean isShown(List<Repair> repairs) {
        Map<String, LiveTopic> live = LiveTopics.topics(admin);
        return repairs.stream().allMatch(repair -> {
            LiveTopic topic = live.get(repair.topic());
            return topic != null && isShown(repair, topic);
        });
    }

    private static boolean isShown(Repair repair, LiveTopic live) {
        if (repair instanceof TooFewPartitions partitions) {
            return live.partitions() >= partitions.declared();
        }
        if (repair instanceof SettingDrift drift) {
            return drift.declared().equals(live.settings().get(drift.setting()));
        }
        return !(repair instanceof UndeclaredSetting extra) || !live.overrides().contains(extra.setting());
    }

    private static <T extends Repair> Stream<T> only(List<Repair> repairs, Class<T> kind) {
        return repairs.stream().filter(kind::isInstance).map(kind::cast);
    }
}
