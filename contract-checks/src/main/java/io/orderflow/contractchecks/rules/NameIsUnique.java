package io.orderflow.contractchecks.rules;

import io.orderflow.contractchecks.catalogue.Catalogue;
import io.orderflow.contractchecks.catalogue.Event;
import io.orderflow.contractchecks.catalogue.Topic;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** An event name means one fact on one topic: consumers look events up by name. */
final class NameIsUnique implements Rule {

    @Override
    public String code() {
        return "event_name_taken";
    }

    @Override
    public Stream<Finding> check(Catalogue catalogue) {
        Map<String, List<Event>> byName = catalogue.events().stream().collect(Collectors.groupingBy(Event::name));
        Stream<Finding> events = byName.values().stream()
                .filter(same -> same.size() > 1)
                .flatMap(same -> same.stream()
                        .skip(1)
                        .map(event -> finding(
                                event.path(),
                                "",
                                "the name is taken by " + same.get(0).path(),
                                "Choose another name")));
        Map<String, List<Topic>> topics = catalogue.topics().all().stream().collect(Collectors.groupingBy(Topic::name));
        Stream<Finding> twice = topics.entrySet().stream()
                .filter(same -> same.getValue().size() > 1)
                .map(same -> finding(
                        catalogue.topics().file(), "/topics/" + same.getKey(), "is there twice", "Keep one of them"));
        return Stream.concat(events, twice);
    }
}
