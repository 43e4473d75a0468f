package io.orderflow.kafkaadapters.audit;

import io.orderflow.kafkaadapters.topics.TopicCatalog;
import io.orderflow.kafkaadapters.topics.TopicDefinition;
import java.util.List;

/** Which topics are audited: those that name the audit's group among their consumers. */
final class AuditSources {

    /** Topics and their consumers are the same everywhere. */
    private static final String ANY_ENVIRONMENT = "production";

    private AuditSources() {}

    static List<String> of(TopicCatalog topics) {
        return of(topics.topics(ANY_ENVIRONMENT));
    }

    /** @throws IllegalStateException if what is exported would be exported again */
    static List<String> of(List<TopicDefinition> topics) {
        List<String> sources = topics.stream()
                .filter(topic -> topic.consumers().contains(AuditExport.GROUP))
                .map(TopicDefinition::name)
                .toList();
        if (sources.isEmpty() || sources.contains(AuditExport.TOPIC)) {
            throw new IllegalStateException(
                    AuditExport.GROUP + " reads business topics and never what it writes: " + sources);
        }
        return sources;
    }
}
