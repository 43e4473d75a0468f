package io.orderflow.contractchecks.rules;

import io.orderflow.contractchecks.catalogue.Catalogue;
import io.orderflow.contractchecks.catalogue.Event;
import io.orderflow.contractchecks.catalogue.Ownership;
import io.orderflow.contractchecks.catalogue.Topic;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Who reads an event is written down, at the event and at its topic, and both agree. */
final class ConsumersAreKnown implements Rule {

    private static final Pattern GROUP = Pattern.compile("[a-z][a-z0-9-]*\\.[a-z][a-z0-9-]*\\.consumer");

    @Override
    public String code() {
        return "consumer_unknown";
    }

    @Override
    public Stream<Finding> check(Catalogue catalogue) {
        return Stream.concat(
                catalogue.events().stream().flatMap(event -> named(event, catalogue)),
                catalogue.topics().all().stream().flatMap(topic -> subscribed(topic, catalogue)));
    }

    private Stream<Finding> named(Event event, Catalogue catalogue) {
        Ownership ownership = event.ownership();
        Optional<Topic> topic = catalogue.topics().find(ownership.topic());
        if (topic.isEmpty()) {
            return Stream.empty();
        }
        if (ownership.consumers().isEmpty() && !topic.get().isOperational()) {
            return Stream.of(finding(
                    ownership.file(),
                    "/consumers",
                    "nobody consumes the event",
                    "Name the consumers, or drop the event"));
        }
        List<String> services = topic.get().consumingServices();
        return ownership.consumers().stream()
                .filter(consumer -> !services.contains(consumer))
                .map(consumer -> finding(
                        ownership.file(),
                        "/consumers",
                        consumer + " has no consumer group on " + topic.get().name(),
                        "Add the group to topics.yaml, or mend the name"));
    }

    private Stream<Finding> subscribed(Topic topic, Catalogue catalogue) {
        String at = "/topics/" + topic.name() + "/consumers";
        Stream<Finding> names = topic.consumers().stream()
                .filter(group -> !GROUP.matcher(group).matches())
                .map(group -> finding(
                        catalogue.topics().file(),
                        at,
                        group + " is no name of a group",
                        "Write <service>.<stream>.consumer"));
        List<Event> events = catalogue.eventsOf(topic.name());
        Stream<Finding> idle = topic.consumingServices().stream()
                .filter(service -> !events.isEmpty())
                .filter(service -> events.stream()
                        .noneMatch(event -> event.ownership().consumers().contains(service)))
                .map(service -> finding(
                        catalogue.topics().file(),
                        at,
                        service + " is named by no event of the topic",
                        "Add it to the consumers of the events that it reads"));
        return Stream.concat(names, idle);
    }
}
