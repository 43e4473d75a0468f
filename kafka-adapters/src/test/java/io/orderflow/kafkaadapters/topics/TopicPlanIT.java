package io.orderflow.kafkaadapters.topics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orderflow.testing.support.kafka.TestKafka;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Plans against a real broker, which other tests give topics of their own. */
class TopicPlanIT {

    private final Admin admin = newAdmin();
    private final TopicDefinition declared = Declared.lifecycle();
    private final String name = declared.name();

    @AfterEach
    void close() {
        admin.close();
    }

    @Test
    void createsWhatIsMissingAndThenHasNothingMoreToDo() {
        TopicPlan plan = plan(declared);
        assertThat(plan.repairs()).containsExactly(new TopicChange.MissingTopic(declared));

        plan.apply(admin);

        assertThat(plan(declared).isInSync()).isTrue();
        plan.apply(admin);
        assertThat(plan(declared).isInSync()).isTrue();
        assertThat(live().partitions()).isEqualTo(3);
    }

    @Test
    void changesNothingByLooking() {
        plan(declared);

        assertThat(LiveTopics.topics(admin)).doesNotContainKey(name);
    }

    @Test
    void repairsEveryKindOfDrift() {
        TestKafka.createTopic(
                name, 2, Map.of("retention.ms", "1000", "retention.bytes", "4096", "compression.type", "gzip"));
        TopicDefinition wanted = Declared.with(declared, "compression.type", "producer");
        TopicPlan plan = plan(wanted);
        assertThat(plan.repairs())
                .containsExactlyInAnyOrder(
                        new TopicChange.TooFewPartitions(name, 2, 3),
                        new TopicChange.SettingDrift(name, "retention.ms", "1000", "86400000"),
                        new TopicChange.SettingDrift(name, "compression.type", "gzip", "producer"),
                        new TopicChange.SettingDrift(name, "max.message.bytes", "1048588", "8388608"),
                        new TopicChange.UndeclaredSetting(name, "retention.bytes", "4096"));
        assertThat(plan.repairs().get(0).warning())
                .hasValueSatisfying(text -> assertThat(text).contains("keys move"));

        plan.apply(admin);

        assertThat(plan(wanted).isInSync()).isTrue();
        assertThat(live().partitions()).isEqualTo(3);
        assertThat(live().settings()).containsEntry("retention.ms", "86400000").containsEntry("retention.bytes", "-1");
    }

    @Test
    void movesNoKeysWhenOnlyHarmlessRepairsAreWanted() {
        TestKafka.createTopic(name, 2, Map.of("retention.ms", "1000", "max.message.bytes", "8388608"));

        plan(declared).harmless().apply(admin);

        assertThat(plan(declared).repairs()).containsExactly(new TopicChange.TooFewPartitions(name, 2, 3));
        assertThat(live().settings()).containsEntry("retention.ms", "86400000");
    }

    @Test
    void refusesFewerPartitionsAndChangesNothingElseMeanwhile() {
        TestKafka.createTopic(name, 5, Map.of("retention.ms", "1000", "max.message.bytes", "8388608"));
        TopicDefinition missing = Declared.lifecycle();
        TopicPlan plan = TopicPlan.compare(List.of(declared, missing), admin);

        assertThat(plan.refusals()).singleElement().satisfies(refusal -> {
            assertThat(refusal).isEqualTo(new TopicChange.TooManyPartitions(name, 5, 3));
            assertThat(refusal.remedy()).contains("partitions: 5");
        });
        assertThatThrownBy(() -> plan.apply(admin)).isInstanceOf(IllegalStateException.class);
        assertThat(live().settings()).containsEntry("retention.ms", "1000");
        assertThat(LiveTopics.topics(admin)).doesNotContainKey(missing.name());
    }

    @Test
    void refusesALifecycleThatTheBrokerCompactsUntilSomebodySaysStop() {
        plan(Declared.with(Declared.asState(declared), "cleanup.policy", "compact"))
                .apply(admin);
        TopicPlan plan = plan(declared);
        assertThat(plan.refusals()).containsExactly(new TopicChange.CompactionLive(name, "compact", "delete"));
        assertThatThrownBy(() -> plan.apply(admin)).isInstanceOf(IllegalStateException.class);
        assertThat(live().settings()).containsEntry("cleanup.policy", "compact");

        plan.stoppingCompaction().apply(admin);

        assertThat(live().settings()).containsEntry("cleanup.policy", "delete");
        assertThat(plan(declared).isInSync()).isTrue();
    }

    @Test
    void showsTopicsAndConsumersThatNobodyDeclaredAndLeavesThemAlone() {
        plan(declared).apply(admin);
        String stray = name.replace(".events", ".strays");
        TestKafka.createTopic(stray, 1);
        Stream.of("billing-service.test-events.consumer", Declared.GROUP)
                .forEach(group -> Answers.of(admin.alterConsumerGroupOffsets(
                                group, Map.of(new TopicPartition(name, 0), new OffsetAndMetadata(0)))
                        .all()));

        TopicPlan plan = plan(declared);
        assertThat(plan.notices())
                .contains(
                        new TopicChange.UndeclaredTopic(stray, 1),
                        new TopicChange.UndeclaredConsumer(name, "billing-service.test-events.consumer"))
                .doesNotContain(new TopicChange.UndeclaredConsumer(name, Declared.GROUP))
                .noneMatch(notice -> notice.topic().startsWith("__"));
        assertThat(plan.isInSync()).isTrue();
        plan.apply(admin);
        assertThat(LiveTopics.topics(admin)).containsKey(stray);
    }

    @Test
    void twoWhoApplyAtTheSameTimeDoNotDisturbEachOther() throws Exception {
        TestKafka.createTopic(name, 1);
        List<TopicDefinition> all = new ArrayList<>(List.of(declared));
        IntStream.range(0, 10).forEach(i -> all.add(Declared.lifecycle()));
        CyclicBarrier together = new CyclicBarrier(2);
        Callable<Boolean> applier = () -> {
            try (Admin own = newAdmin()) {
                TopicPlan plan = TopicPlan.compare(all, own);
                together.await();
                plan.apply(own);
                return TopicPlan.compare(all, own).isInSync();
            }
        };
        ExecutorService two = Executors.newFixedThreadPool(2);
        try {
            for (Future<Boolean> done : two.invokeAll(List.of(applier, applier))) {
                assertThat(done.get()).isTrue();
            }
        } finally {
            two.shutdownNow();
        }
    }

    private TopicPlan plan(TopicDefinition topic) {
        return TopicPlan.compare(List.of(topic), admin);
    }

    private LiveTopics.LiveTopic live() {
        return LiveTopics.topics(admin).get(name);
    }

    private static Admin newAdmin() {
        return Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, TestKafka.bootstrapServers()));
    }
}
