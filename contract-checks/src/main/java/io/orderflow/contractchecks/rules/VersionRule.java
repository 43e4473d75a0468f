package io.orderflow.contractchecks.rules;

import io.orderflow.contractchecks.catalogue.Catalogue;
import io.orderflow.contractchecks.catalogue.Event;
import io.orderflow.contractchecks.catalogue.EventVersion;
import java.util.stream.Stream;

/** A rule that looks at one version of an event at a time. */
interface VersionRule extends EventRule {

    Stream<Finding> check(Event event, EventVersion version, Catalogue catalogue);

    @Override
    default Stream<Finding> check(Event event, Catalogue catalogue) {
        return event.versions().stream().flatMap(version -> check(event, version, catalogue));
    }
}
