package io.orderflow.contractchecks.rules;

import io.orderflow.contractchecks.catalogue.Catalogue;
import io.orderflow.contractchecks.catalogue.Topic;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A topic is named after whose facts it carries: domain, aggregate, kind, version. */
final class TopicNameTellsOwner implements TopicRule {

    private static final Pattern NAME = Pattern.compile("[a-z]+(\\.[a-z][a-z-]*)+\\.v[1-9][0-9]*");
    private static final Set<String> SAY_NOTHING = Set.of(
            "events",
            "event",
            "notifications",
            "notification",
            "orders",
            "updates",
            "update",
            "backend-events",
            "misc",
            "messages",
            "message",
            "data",
            "common",
            "shared",
            "general",
            "platform",
            "backend",
            "internal",
            "all",
            "business-events");

    @Override
    public String code() {
        return "topic_name_vague";
    }

    @Override
    public Stream<Finding> check(Topic topic, Catalogue catalogue) {
        String fix = "Name it <domain>.<aggregate>.events.v1, e.g. oms.order.events.v1";
        if (topic.name().isEmpty()
                || SAY_NOTHING.containsAll(List.of(topic.folder().split("\\.")))) {
            return Stream.of(finding(topic, "", "the name says nothing about whose facts it carries", fix));
        }
        return NAME.matcher(topic.name()).matches() || !topic.name().matches(".+\\.v[1-9][0-9]*")
                ? Stream.empty()
                : Stream.of(finding(topic, "", "the name is not made of lower-case words with dots between", fix));
    }
}
