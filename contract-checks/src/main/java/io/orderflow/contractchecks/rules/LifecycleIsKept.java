package io.orderflow.contractchecks.rules;

import io.orderflow.contractchecks.catalogue.Catalogue;
import io.orderflow.contractchecks.catalogue.Topic;
import io.orderflow.contractchecks.catalogue.Topics;
import java.util.Set;
import java.util.stream.Stream;

/** The history of an aggregate is evidence and never compacted: compaction forgets how it came to be what it is. */
final class LifecycleIsKept implements Rule {

    private static final Set<String> POLICIES = Set.of("delete", "compact", "compact,delete");

    @Override
    public String code() {
        return "lifecycle_compacted";
    }

    @Override
    public Stream<Finding> check(Catalogue catalogue) {
        Topics topics = catalogue.topics();
        Stream<Topic> families = Stream.of(topics.retryFamily(), topics.deadLetterFamily())
                .filter(family -> !family.content().isMissingNode());
        return Stream.concat(topics.all().stream(), families).flatMap(topic -> {
            String at = topic.name().isEmpty() ? "/families" : "/topics/" + topic.name() + "/cleanupPolicy";
            if (!POLICIES.contains(topic.cleanupPolicy())) {
                return Stream.of(finding(
                        topics.file(),
                        at,
                        "is '" + topic.cleanupPolicy() + "'",
                        "Write delete, compact or compact,delete"));
            }
            return topic.lifecycle() && !topic.cleanupPolicy().equals("delete")
                    ? Stream.of(finding(
                            topics.file(),
                            at,
                            "compacts a lifecycle",
                            "Write delete; if consumers want the newest state per key, give them a topic of its own"))
                    : Stream.empty();
        });
    }
}
