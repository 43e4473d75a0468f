package io.orderflow.contractchecks.compatibility;

import io.orderflow.contractchecks.catalogue.Lifecycle;
import io.orderflow.contractchecks.catalogue.Ownership;
import io.orderflow.contractchecks.catalogue.Sensitivity;
import java.util.ArrayList;
import java.util.List;

/** What changed about where an event is published, by whom, and under which key. */
final class OwnershipDiff {

    private OwnershipDiff() {}

    static List<Change> between(Ownership before, Ownership after) {
        List<Change> changes = new ArrayList<>();
        text(ChangeKind.TOPIC_CHANGED, "/topic", before.topic(), after.topic(), changes);
        text(ChangeKind.OWNER_CHANGED, "/ownerService", before.ownerService(), after.ownerService(), changes);
        text(ChangeKind.KEY_CHANGED, "/key", before.key(), after.key(), changes);
        Lifecycle wasAt = before.lifecycle().orElse(Lifecycle.LIVE);
        if (wasAt != Lifecycle.PLANNED && after.lifecycle().orElse(wasAt) == Lifecycle.PLANNED) {
            changes.add(new Change(ChangeKind.LIVE_EVENT_UNPLANNED, "/lifecycle", wasAt.label() + " before"));
        }
        Sensitivity was = before.dataClassification().orElse(Sensitivity.HIGH);
        Sensitivity is = after.dataClassification().orElse(was);
        if (is.compareTo(was) > 0) {
            changes.add(new Change(
                    ChangeKind.CLASSIFICATION_RAISED,
                    "/dataClassification",
                    was.label() + " before, " + is.label() + " now"));
        }
        return changes;
    }

    static void text(ChangeKind kind, String pointer, String before, String after, List<Change> changes) {
        if (!before.equals(after)) {
            changes.add(new Change(kind, pointer, before + " before, " + after + " now"));
        }
    }
}
