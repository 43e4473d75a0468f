package io.orderflow.contractchecks.rules;

import io.orderflow.contractchecks.catalogue.Catalogue;
import io.orderflow.contractchecks.catalogue.Event;
import io.orderflow.contractchecks.catalogue.Ownership;
import java.util.stream.Stream;

/** Only the owner of the aggregate publishes, and it owns the topic as well. On operational topics every service may report. */
final class OwnerPublishes implements EventRule {

    @Override
    public String code() {
        return "owner_is_not_producer";
    }

    @Override
    public Stream<Finding> check(Event event, Catalogue catalogue) {
        Ownership ownership = event.ownership();
        return catalogue.topics().find(ownership.topic()).stream().flatMap(topic -> {
            Stream<Finding> owner = ownership.ownerService().equals(topic.owner())
                    ? Stream.empty()
                    : Stream.of(finding(
                            ownership.file(),
                            "/ownerService",
                            "the event belongs to %s and its topic to %s"
                                    .formatted(ownership.ownerService(), topic.owner()),
                            "Move the event to a topic of its owner"));
            Stream<Finding> producers = topic.isOperational()
                    ? Stream.empty()
                    : event.versions().stream()
                            .filter(version -> !version.schema().content().isMissingNode())
                            .filter(version ->
                                    !version.schema().constant("producer").equals(ownership.ownerService()))
                            .map(version -> finding(
                                    version.schema().file(),
                                    "/producer",
                                    "the schema lets somebody other than the owner publish",
                                    "Fix it: \"producer\": {\"const\": \"" + ownership.ownerService() + "\"}"));
            return Stream.concat(owner, producers);
        });
    }
}
