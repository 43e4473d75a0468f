package io.orderflow.bpmn.lint;

import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;

/** What can be wrong between elements of one process that wait for the same event. */
final class EventSiblings {

    private EventSiblings() {}

    static void check(List<Wait> all, Findings findings) {
        List<Wait> waits = all.stream().filter(wait -> wait.type() != null).toList();
        for (Wait wait : waits) {
            if (hasSibling(waits, wait, other -> other.name().equals(wait.name()))) {
                findings.report(
                        wait.node(),
                        "another element waits for message \"%s\", too: tell them apart by a key"
                                .formatted(wait.name()));
            }
            if (!wait.startsProcess() && hasSibling(waits, wait, other -> saysOtherwise(wait, other))) {
                findings.report(
                        wait.node(),
                        ("another element waits for %s, too, and says otherwise what happens if nobody waits:"
                                        + " give both the same eventUnmatched and eventWaitLimit")
                                .formatted(wait.type()));
            }
        }
    }

    /** The instance as a whole waits for an event or does not, so there can be one answer only. */
    private static boolean saysOtherwise(Wait one, Wait other) {
        return !other.startsProcess()
                && Objects.equals(one.type(), other.type())
                && !policyOf(one).equals(policyOf(other));
    }

    private static List<String> policyOf(Wait wait) {
        return List.of(
                wait.properties().getOrDefault("eventUnmatched", "park"),
                wait.properties().getOrDefault("eventWaitLimit", "PT2H"));
    }

    private static boolean hasSibling(List<Wait> waits, Wait wait, Predicate<Wait> isOne) {
        return waits.stream().anyMatch(other -> !other.node().equals(wait.node()) && isOne.test(other));
    }
}
