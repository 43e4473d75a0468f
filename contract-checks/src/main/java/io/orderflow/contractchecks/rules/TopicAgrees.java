package io.orderflow.contractchecks.rules;

import io.orderflow.contractchecks.catalogue.Catalogue;
import io.orderflow.contractchecks.catalogue.Event;
import io.orderflow.contractchecks.catalogue.Ownership;
import java.util.stream.Stream;

/** The topic of the ownership record is declared, and the folder is named after it. */
final class TopicAgrees implements EventRule {

    @Override
    public String code() {
        return "topic_disagrees";
    }

    @Override
    public Stream<Finding> check(Event event, Catalogue catalogue) {
        Ownership ownership = event.ownership();
        if (ownership.content().isMissingNode()) {
            return Stream.empty();
        }
        return catalogue
                .topics()
                .find(ownership.topic())
                .map(topic -> topic.folder().equals(event.topicFolder())
                        ? Stream.<Finding>empty()
                        : Stream.of(finding(
                                ownership.file(),
                                "/topic",
                                "is %s, but the folder is %s".formatted(ownership.topic(), event.topicFolder()),
                                "Move the folder to events/" + topic.folder())))
                .orElseGet(() -> Stream.of(finding(
                        ownership.file(),
                        "/topic",
                        "'" + ownership.topic() + "' is not in topics.yaml",
                        "Declare the topic there first")));
    }
}
