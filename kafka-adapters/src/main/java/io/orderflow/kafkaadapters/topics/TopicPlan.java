package io.orderflow.kafkaadapters.topics;

import java.util.Collection;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;

/**
 * What separates the topics on a broker from the declared ones, by topic. Immutable; every reading and every change goes
 * through the {@link Admin} that is passed in, whose time limits apply, and fails with a
 * {@link org.apache.kafka.common.KafkaException}.
 */
public record TopicPlan(List<TopicChange> changes) {

    public TopicPlan {
        changes = List.copyOf(changes);
    }

    /** Asks the broker; changes nothing. */
    public static TopicPlan compare(Collection<TopicDefinition> declared, Admin admin) {
        return new TopicPlan(TopicComparison.differences(declared, LiveTopics.read(admin)));
    }

    public List<TopicChange.Repair> repairs() {
        return only(TopicChange.Repair.class).toList();
    }

    public List<TopicChange.Notice> notices() {
        return only(TopicChange.Notice.class).toList();
    }

    public List<TopicChange.Refusal> refusals() {
        return only(TopicChange.Refusal.class).toList();
    }

    /** Whether there is nothing to repair and nothing refused; notices do not count. */
    public boolean isInSync() {
        return repairs().isEmpty() && refusals().isEmpty();
    }

    /** Only the repairs that need no thought: no key moves, no record is deleted, and nothing is refused. */
    public TopicPlan harmless() {
        return new TopicPlan(repairs().stream()
                .filter(repair -> repair.warning().isEmpty())
                .map(TopicChange.class::cast)
                .toList());
    }

    /** The same, with the compaction of lifecycle topics as a drift to repair instead of a reason to refuse. */
    public TopicPlan stoppingCompaction() {
        UnaryOperator<TopicChange> stop = change -> change instanceof TopicChange.CompactionLive compacted
                ? new TopicChange.SettingDrift(
                        compacted.topic(), LiveTopics.CLEANUP_POLICY, compacted.live(), compacted.declared())
                : change;
        return new TopicPlan(changes.stream().map(stop).toList());
    }

    /**
     * Makes the repairs so and returns once the broker shows them. May be repeated and may run at the same time as others:
     * what somebody else has done meanwhile is done.
     *
     * @throws IllegalStateException if something is refused; then nothing has been changed
     */
    public void apply(Admin admin) {
        if (!refusals().isEmpty()) {
            throw new IllegalStateException("refused: " + refusals());
        }
        new TopicRepairs(admin).make(repairs());
    }

    private <T extends TopicChange> Stream<T> only(Class<T> kind) {
        return changes.stream().filter(kind::isInstance).map(kind::cast);
    }
}
