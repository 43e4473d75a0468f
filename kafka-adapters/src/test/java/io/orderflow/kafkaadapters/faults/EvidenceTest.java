package io.orderflow.kafkaadapters.faults;

import io.orderflow.kafkaadapters.faults.Effects.Effect;
import io.orderflow.kafkaadapters.faults.Evidence.Published;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The checks of the crash tests see what they are there to see. */
class EvidenceTest {

    private final UUID first = UUID.randomUUID();
    private final UUID second = UUID.randomUUID();
    private final List<UUID> both = List.of(first, second);

    @Test
    void acceptsDuplicatesInTheTopicBehindTheirFirstOccurrence() {
        List<Published> published = List.of(published(first, 1), published(second, 2), published(first, 1));
        Evidence.assertAllPublished(both, published);
        Evidence.assertPublishedInOrder(published);
    }

    @Test
    void seesAnEventThatWasNotPublished() {
        Evidence.assertBroken(() -> Evidence.assertAllPublished(both, List.of(published(first, 1))));
    }

    @Test
    void seesAnEventThatOvertookInTheTopic() {
        Evidence.assertBroken(
                () -> Evidence.assertPublishedInOrder(List.of(published(second, 2), published(first, 1))));
    }

    @Test
    void seesAGapInTheTopic() {
        Evidence.assertBroken(() -> Evidence.assertPublishedInOrder(List.of(published(second, 2))));
    }

    @Test
    void seesAnEventThatWasAppliedTwiceOrNeverOrThatNobodyAppended() {
        Evidence.assertAppliedOnce(both, List.of(effect(first, 1), effect(second, 2)));
        Evidence.assertBroken(() ->
                Evidence.assertAppliedOnce(both, List.of(effect(first, 1), effect(second, 2), effect(second, 2))));
        Evidence.assertBroken(() -> Evidence.assertAppliedOnce(both, List.of(effect(first, 1))));
        Evidence.assertBroken(
                () -> Evidence.assertAppliedOnce(List.of(first), List.of(effect(first, 1), effect(second, 2))));
    }

    @Test
    void seesEffectsInTheWrongOrder() {
        Evidence.assertAppliedInOrder(List.of(effect(first, 1), effect(second, 2)));
        Evidence.assertBroken(() -> Evidence.assertAppliedInOrder(List.of(effect(second, 2), effect(first, 1))));
        Evidence.assertBroken(() -> Evidence.assertAppliedInOrder(List.of(effect(second, 2))));
    }

    private static Published published(UUID id, long version) {
        return new Published(id, "order", version);
    }

    private static Effect effect(UUID id, long version) {
        return new Effect(id, "order", version);
    }
}
