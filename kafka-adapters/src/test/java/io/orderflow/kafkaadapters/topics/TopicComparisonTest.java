package io.orderflow.kafkaadapters.topics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orderflow.kafkaadapters.topics.LiveTopics.LiveTopic;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.admin.MockAdminClient;
import org.junit.jupiter.api.Test;

class TopicComparisonTest {

    private final TopicDefinition declared = Declared.lifecycle();
    private final String name = declared.name();
    private final LiveTopic asDeclared = live(3, Set.of(1), declared.configuration(), Set.of());

    @Test
    void findsNothingWhereNothingDiffers() {
        assertThat(differences(declared, asDeclared)).isEmpty();
    }

    @Test
    void showsReplicasAndNeverMovesThem() {
        TopicPlan plan =
                new TopicPlan(differences(declared, live(3, Set.of(1, 2), declared.configuration(), Set.of())));

        assertThat(plan.changes()).containsExactly(new TopicChange.ReplicationDrift(name, 2, 1));
        assertThat(plan.isInSync()).isTrue();
    }

    @Test
    void leavesAThrottleToTheToolThatSetIt() {
        Map<String, String> settings = with("leader.replication.throttled.replicas", "0:1");

        assertThat(differences(declared, live(3, Set.of(1), settings, Set.of("leader.replication.throttled.replicas"))))
                .isEmpty();
    }

    @Test
    void readsAPolicyAsASet() {
        TopicDefinition state = Declared.with(Declared.asState(declared), "cleanup.policy", "compact,delete");

        assertThat(differences(state, live(3, Set.of(1), with("cleanup.policy", "delete,compact"), Set.of())))
                .isEmpty();
    }

    @Test
    void warnsBeforeARepairThatDeletesRecords() {
        TopicPlan plan = new TopicPlan(
                differences(declared, live(3, Set.of(1), with("retention.ms", "-1"), Set.of("retention.ms"))));

        assertThat(plan.repairs()).singleElement().satisfies(repair -> assertThat(repair.warning())
                .hasValueSatisfying(text -> assertThat(text).contains("deletes records", "1 days")));
        assertThat(plan.harmless().changes()).isEmpty();
    }

    @Test
    void repairsARetentionThatIsTooShortWithoutAWord() {
        TopicPlan plan = new TopicPlan(
                differences(declared, live(3, Set.of(1), with("retention.ms", "1000"), Set.of("retention.ms"))));

        assertThat(plan.harmless().changes())
                .containsExactly(new TopicChange.SettingDrift(name, "retention.ms", "1000", "86400000"));
    }

    @Test
    void refusesToDeclareCompactionForALifecycleEvenIfTheTopicIsMissing() {
        TopicPlan plan = new TopicPlan(TopicComparison.differences(
                List.of(Declared.with(declared, "cleanup.policy", "compact,delete")),
                new LiveTopics(Map.of(), Map.of())));

        assertThat(plan.changes()).containsExactly(new TopicChange.CompactionDeclared(name, "compact,delete"));
        assertThat(plan.stoppingCompaction().refusals()).hasSize(1);
        assertThatThrownBy(() -> plan.apply(new MockAdminClient())).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void lettingAStateBeCompactedIsNobodysLoss() {
        TopicDefinition state = Declared.with(Declared.asState(declared), "cleanup.policy", "compact");

        assertThat(differences(state, asDeclared))
                .containsExactly(new TopicChange.SettingDrift(name, "cleanup.policy", "delete", "compact"));
    }

    @Test
    void knowsWhoReplaysForADeclaredConsumer() {
        LiveTopics live = new LiveTopics(
                Map.of(name, asDeclared),
                Map.of(name, Set.of("order-service.test-events.replay", "billing-service.test-events.replay")));

        assertThat(TopicComparison.differences(List.of(declared), live))
                .containsExactly(new TopicChange.UndeclaredConsumer(name, "billing-service.test-events.replay"));
    }

    private List<TopicChange> differences(TopicDefinition topic, LiveTopic live) {
        return TopicComparison.differences(List.of(topic), new LiveTopics(Map.of(name, live), Map.of()));
    }

    private Map<String, String> with(String setting, String value) {
        Map<String, String> settings = new HashMap<>(declared.configuration());
        settings.put(setting, value);
        return settings;
    }

    private static LiveTopic live(
            int partitions, Set<Integer> replicas, Map<String, String> settings, Set<String> overrides) {
        return new LiveTopic(partitions, replicas, settings, overrides);
    }
}
