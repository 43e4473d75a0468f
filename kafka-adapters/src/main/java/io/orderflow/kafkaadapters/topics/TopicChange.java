package io.orderflow.kafkaadapters.topics;

import java.time.Duration;
import java.util.Optional;
import org.apache.kafka.common.config.TopicConfig;
import org.jspecify.annotations.Nullable;

/** One difference between the topics as declared and the topics on a broker. */
public sealed interface TopicChange {

    String topic();

    /** What {@link TopicPlan#apply} makes so. */
    sealed interface Repair extends TopicChange {

        /** What a person should know before; empty if the repair harms nothing. */
        default Optional<String> warning() {
            return Optional.empty();
        }
    }

    /** What a person should know and only a person can change. */
    sealed interface Notice extends TopicChange {

        String text();
    }

    /** What must not be made so: as long as there is one, nothing of the plan is applied. */
    sealed interface Refusal extends TopicChange {

        String reason();

        /** What to do instead. */
        String remedy();
    }

    /** Declared, and not on the broker. */
    record MissingTopic(TopicDefinition declared) implements Repair {
        @Override
        public String topic() {
            return declared.name();
        }
    }

    record TooFewPartitions(String topic, int live, int declared) implements Repair {
        @Override
        public Optional<String> warning() {
            return Optional.of(
                    "keys move: of an aggregate that has records already, the next ones may go to another"
                            + " partition and be read before them. Stop its producers and let its consumers reach the end first");
        }
    }

    /** A declared setting that is another on the broker. */
    record SettingDrift(String topic, String setting, @Nullable String live, String declared) implements Repair {
        @Override
        public Optional<String> warning() {
            return setting.equals(TopicConfig.RETENTION_MS_CONFIG) && millis(live) > millis(declared)
                    ? Optional.of("deletes records: those older than %d days go and do not come back"
                            .formatted(Duration.ofMillis(millis(declared)).toDays()))
                    : Optional.empty();
        }

        private static long millis(@Nullable String retention) {
            long millis = retention == null ? 0 : Long.parseLong(retention);
            return millis < 0 ? Long.MAX_VALUE : millis;
        }
    }

    /** A setting on the broker that nobody declared; it goes back to the broker's default. */
    record UndeclaredSetting(String topic, String setting, String live) implements Repair {}

    /** Partitions have other numbers of replicas than declared; moving them is the work of a reassignment tool. */
    record ReplicationDrift(String topic, int live, int declared) implements Notice {
        @Override
        public String text() {
            return "changed by a partition reassignment, not by this command";
        }
    }

    /** On the broker, and in no declaration; never deleted. */
    record UndeclaredTopic(String topic, int partitions) implements Notice {
        @Override
        public String text() {
            return "nobody declared it; it stays as it is";
        }
    }

    /** A consumer group that reads a topic without its owner's knowledge. */
    record UndeclaredConsumer(String topic, String group) implements Notice {
        @Override
        public String text() {
            return "reads the topic and is not among its consumers";
        }
    }

    record TooManyPartitions(String topic, int live, int declared) implements Refusal {
        @Override
        public String reason() {
            return "the broker has %d partitions and cannot give up any; %d are declared".formatted(live, declared);
        }

        @Override
        public String remedy() {
            return "declare `partitions: %d` in contracts/topics.yaml, or move to a topic of a new version"
                    .formatted(live);
        }
    }

    /** A lifecycle topic that is declared with compaction. */
    record CompactionDeclared(String topic, String policy) implements Refusal {
        @Override
        public String reason() {
            return "cleanup.policy %s is declared for the history of an aggregate: compaction keeps the newest record"
                            .formatted(policy)
                    + " of a key and removes the evidence of how it came to be";
        }

        @Override
        public String remedy() {
            return "declare `cleanupPolicy: delete` in contracts/topics.yaml; a state of one record per key belongs on a"
                    + " topic of its own";
        }
    }

    /** A lifecycle topic that the broker compacts. */
    record CompactionLive(String topic, String live, String declared) implements Refusal {
        @Override
        public String reason() {
            return "the broker compacts the history of an aggregate (cleanup.policy %s): records may be gone already"
                    .formatted(live);
        }

        @Override
        public String remedy() {
            return "./orderflow topics apply --yes --stop-compaction, then compare the topic with the audit archive";
        }
    }
}
