package io.orderflow.contractchecks.compatibility;

import io.orderflow.contractchecks.catalogue.Topic;
import io.orderflow.contractchecks.catalogue.Topics;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What changed about the topics in production. */
final class TopicsDiff {

    private static final String PRODUCTION = "production";

    private TopicsDiff() {}

    /** By the topic's name. */
    static Map<String, List<Change>> between(Topics before, Topics after) {
        Map<String, List<Change>> changes = new LinkedHashMap<>();
        for (Topic topic : before.all()) {
            changes.put(
                    topic.name(),
                    after.find(topic.name())
                            .map(now -> between(topic, now))
                            .orElseGet(() -> List.of(new Change(ChangeKind.TOPIC_REMOVED, "", "the topic is gone"))));
        }
        return changes;
    }

    private static List<Change> between(Topic before, Topic after) {
        List<Change> changes = new ArrayList<>();
        OwnershipDiff.text(ChangeKind.OWNER_CHANGED, "/owner", before.owner(), after.owner(), changes);
        OwnershipDiff.text(ChangeKind.KEY_CHANGED, "/key", before.key(), after.key(), changes);
        long wasKept = kept(before);
        long isKept = kept(after);
        if (isKept < wasKept) {
            changes.add(new Change(
                    ChangeKind.RETENTION_SHORTENED,
                    "/production/retentionMs",
                    wasKept + " before, " + isKept + " now"));
        }
        int partitions = before.sizes(PRODUCTION).path("partitions").asInt();
        int now = after.sizes(PRODUCTION).path("partitions").asInt();
        if (partitions != now) {
            changes.add(new Change(
                    now < partitions ? ChangeKind.PARTITIONS_REDUCED : ChangeKind.PARTITIONS_ADDED,
                    "/production/partitions",
                    partitions + " before, " + now + " now"));
        }
        return changes;
    }

    private static long kept(Topic topic) {
        long millis = topic.sizes(PRODUCTION).path("retentionMs").asLong();
        return millis < 0 ? Long.MAX_VALUE : millis;
    }
}
