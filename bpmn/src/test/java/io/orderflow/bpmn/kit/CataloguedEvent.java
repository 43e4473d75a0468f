package io.orderflow.bpmn.kit;

import io.orderflow.contractchecks.catalogue.Catalogue;
import io.orderflow.contractchecks.catalogue.Event;
import io.orderflow.contractchecks.catalogue.EventVersion;
import io.orderflow.contractchecks.catalogue.Field;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;

/**
 * What a model has to know about an event.
 *
 * @param version newest version of its contract; fields and meaning are of that version
 * @param consumed whether orchestration reads its topic
 * @param key payload field that is the record's key: the business key of the process instance it is about
 */
record CataloguedEvent(
        String type,
        int version,
        String topic,
        boolean consumed,
        String meaning,
        String key,
        List<PayloadField> fields) {

    /** The service that runs the models, as topics.yaml names its consumer groups. */
    static final String SERVICE = "orchestration-service";

    /** All events of the contracts, by type. */
    static List<CataloguedEvent> all(Path contracts) {
        Catalogue catalogue = Catalogue.read(contracts);
        return catalogue.events().stream()
                .map(event -> of(event, catalogue))
                .sorted(Comparator.comparing(CataloguedEvent::type))
                .toList();
    }

    private static CataloguedEvent of(Event event, Catalogue catalogue) {
        EventVersion newest =
                event.newest().orElseThrow(() -> new IllegalStateException(event.name() + " has no schema"));
        String topic = event.ownership().topic();
        boolean consumed = catalogue
                .topics()
                .find(topic)
                .map(known -> known.consumingServices().contains(SERVICE))
                .orElse(false);
        List<PayloadField> fields = Field.ofPayload(newest, catalogue.schemas()).stream()
                .filter(PayloadField::holdsOneValue)
                .map(PayloadField::of)
                .toList();
        String meaning = newest.schema().content().path("description").asText();
        return new CataloguedEvent(
                event.name(),
                newest.number(),
                topic,
                consumed,
                meaning,
                event.ownership().key(),
                fields);
    }
}
