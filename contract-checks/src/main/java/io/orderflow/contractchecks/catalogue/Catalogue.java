package io.orderflow.contractchecks.catalogue;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Everything that travels. Reading accepts an incomplete or contradictory catalogue, because telling what is wrong with it
 * is the rules' task. Immutable; the JSON trees inside are shared and must not be changed.
 *
 * @param events by topic folder and name
 * @param records what else is written to Kafka without being an event, e.g. dead letters
 * @param unreadable files that are no JSON or YAML; their content is missing from the rest
 * @param changelog text of CHANGELOG.md, which is about envelope, records and topics; empty if it is missing
 */
public record Catalogue(
        Topics topics,
        SchemaDocument envelope,
        List<Event> events,
        List<RecordContract> records,
        List<UnreadableFile> unreadable,
        String changelog,
        Schemas schemas) {

    public Catalogue {
        events = List.copyOf(events);
        records = List.copyOf(records);
        unreadable = List.copyOf(unreadable);
    }

    /**
     * Reads a folder such as {@code contracts/}.
     *
     * @throws java.io.UncheckedIOException if the folder cannot be read
     * @throws IllegalArgumentException if it holds no catalogue
     */
    public static Catalogue read(Path folder) {
        return new CatalogueReader(folder).read();
    }

    /**
     * Reads {@code contracts/} from the jar or folder on the class path that holds {@code contracts/topics.yaml}; not from
     * a jar inside of a jar.
     *
     * @throws IllegalStateException if there is none
     */
    public static Catalogue fromClassPath() {
        return ClassPathCatalogue.read(Catalogue.class.getClassLoader());
    }

    /** The event of this name; names are unique over all topics. */
    public Optional<Event> event(String name) {
        return events.stream().filter(event -> event.name().equals(name)).findFirst();
    }

    /** The events that a topic carries, named with its version. */
    public List<Event> eventsOf(String topic) {
        return events.stream()
                .filter(event -> event.ownership().topic().equals(topic))
                .toList();
    }

    /** Looks a schema up by its reference, e.g. {@code schema://oms.order.events/OrderCaptured/1}. */
    public Optional<SchemaDocument> schema(String schemaRef) {
        return schemas.find(schemaRef);
    }

    /** All schemas: envelope, every version of every event, records. */
    public Stream<SchemaDocument> documents() {
        return schemas.documents();
    }
}
