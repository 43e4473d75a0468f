package io.orderflow.contractchecks.rules;

import io.orderflow.contractchecks.catalogue.Catalogue;
import io.orderflow.contractchecks.catalogue.Event;
import io.orderflow.contractchecks.catalogue.EventVersion;
import io.orderflow.contractchecks.catalogue.Field;
import java.util.stream.Stream;

/** A rule that looks at one field of a payload at a time. */
interface FieldRule extends VersionRule {

    Stream<Finding> check(Field field, String file);

    @Override
    default Stream<Finding> check(Event event, EventVersion version, Catalogue catalogue) {
        return Field.ofPayload(version, catalogue.schemas()).stream()
                .flatMap(field -> check(field, version.schema().file()));
    }
}
