package io.orderflow.contractchecks.asyncapi;

import io.orderflow.contractchecks.catalogue.Topic;
import io.orderflow.contractchecks.catalogue.Topics;
import java.util.List;
import java.util.Optional;

/**
 * The topics that derive from one, named after it with the version kept at the end.
 *
 * @param retries shortest wait first
 */
record RelatedTopics(List<String> retries, Optional<String> deadLetter) {

    static RelatedTopics of(Topic topic, Topics topics) {
        String version = topic.name().substring(topic.folder().length());
        return new RelatedTopics(
                topic.hasRetryFamily()
                        ? topics.retryDelays().stream()
                                .map(delay -> topic.folder() + ".retry." + delay + version)
                                .toList()
                        : List.of(),
                topic.hasDeadLetter() ? Optional.of(topic.folder() + ".dlt" + version) : Optional.empty());
    }
}
