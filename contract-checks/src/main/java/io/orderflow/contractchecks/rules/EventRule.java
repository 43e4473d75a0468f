package io.orderflow.contractchecks.rules;

import io.orderflow.contractchecks.catalogue.Catalogue;
import io.orderflow.contractchecks.catalogue.Event;
import java.util.stream.Stream;

/** A rule that looks at one event at a time. */
interface EventRule extends Rule {

    Stream<Finding> check(Event event, Catalogue catalogue);

    @Override
    default Stream<Finding> check(Catalogue catalogue) {
        return catalogue.events().stream().flatMap(event -> check(event, catalogue));
    }
}
