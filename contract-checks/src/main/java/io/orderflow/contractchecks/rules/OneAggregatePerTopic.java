package io.orderflow.contractchecks.rules;

import io.orderflow.contractchecks.catalogue.Catalogue;
import io.orderflow.contractchecks.catalogue.Event;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A topic carries the facts of one owner about one kind of aggregate; nothing else has a common retention, key and order. */
final class OneAggregatePerTopic implements Rule {

    @Override
    public String code() {
        return "topic_shared";
    }

    @Override
    public Stream<Finding> check(Catalogue catalogue) {
        Map<String, List<Event>> byFolder =
                catalogue.events().stream().collect(Collectors.groupingBy(Event::topicFolder));
        return byFolder.entrySet().stream()
                .flatMap(topic -> Stream.concat(
                        several(
                                topic.getKey(),
                                "owners",
                                topic.getValue().stream()
                                        .map(event -> event.ownership().ownerService())),
                        several(
                                topic.getKey(),
                                "kinds of aggregate",
                                topic.getValue().stream()
                                        .flatMap(event -> event.versions().stream())
                                        .map(version -> version.schema().constant("aggregateType")))));
    }

    private Stream<Finding> several(String folder, String what, Stream<String> names) {
        Set<String> different = names.filter(name -> !name.isEmpty()).collect(Collectors.toCollection(TreeSet::new));
        return different.size() < 2
                ? Stream.empty()
                : Stream.of(finding(
                        "events/" + folder,
                        "",
                        "the topic carries events of several " + what + ": " + String.join(", ", different),
                        "Give each a topic of its own"));
    }
}
