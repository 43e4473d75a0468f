package io.orderflow.contractchecks.rules;

import io.orderflow.contractchecks.catalogue.Catalogue;
import io.orderflow.contractchecks.catalogue.Topic;
import java.util.stream.Stream;

/** A rule that looks at one topic at a time. */
interface TopicRule extends Rule {

    Stream<Finding> check(Topic topic, Catalogue catalogue);

    @Override
    default Stream<Finding> check(Catalogue catalogue) {
        return catalogue.topics().all().stream().flatMap(topic -> check(topic, catalogue));
    }

    /** A finding about a topic in {@code topics.yaml}. */
    default Finding finding(Topic topic, String field, String message, String fix) {
        return finding("topics.yaml", "/topics/" + topic.name() + (field.isEmpty() ? "" : "/" + field), message, fix);
    }
}
