package io.orderflow.contractchecks.rules;

import io.orderflow.contractchecks.catalogue.Catalogue;
import io.orderflow.contractchecks.catalogue.Topic;
import io.orderflow.contractchecks.catalogue.Topics;
import java.util.stream.Stream;

/** What a consumer of a lifecycle topic cannot apply is tried again and then kept, each with somebody who looks after it. */
final class FailuresHaveARoute implements TopicRule {

    @Override
    public String code() {
        return "failure_route_missing";
    }

    @Override
    public Stream<Finding> check(Topic topic, Catalogue catalogue) {
        Topics topics = catalogue.topics();
        Stream<Finding> here = topic.lifecycle()
                ? Stream.of(
                                missing(topic, "retryFamily", topic.hasRetryFamily(), "Write retryFamily: true"),
                                missing(
                                        topic,
                                        "retryOwner",
                                        !topic.retryOwner().isEmpty(),
                                        "Name the service that consumes the topic most"),
                                missing(topic, "deadLetter", topic.hasDeadLetter(), "Write deadLetter: true"))
                        .flatMap(found -> found)
                : Stream.empty();
        boolean noDelays = topic.hasRetryFamily() && topics.retryDelays().isEmpty();
        boolean nobody =
                topic.hasDeadLetter() && topics.deadLetterFamily().owner().isEmpty();
        return Stream.of(
                        here,
                        missing(topic, "retryFamily", !noDelays, "Add families.retry.delays"),
                        missing(topic, "deadLetter", !nobody, "Add families.deadLetter.owner"))
                .flatMap(found -> found);
    }

    private Stream<Finding> missing(Topic topic, String field, boolean there, String fix) {
        return there
                ? Stream.empty()
                : Stream.of(finding(topic, field, "a failed record would have nowhere to go", fix));
    }
}
