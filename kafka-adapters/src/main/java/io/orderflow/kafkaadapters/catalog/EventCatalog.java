package io.orderflow.kafkaadapters.catalog;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.dialect.Dialect;
import com.networknt.schema.dialect.Dialects;
import com.networknt.schema.keyword.NonValidationKeyword;
import io.orderflow.kafkaadapters.catalog.shortcut.Shortcut;
import io.orderflow.kafkaadapters.catalog.shortcut.Shortcuts;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The events that may travel, as found under {@code contracts/events}. The type of a received event is
 * looked up here and nowhere else: no class name from a record is ever trusted. Immutable and thread safe.
 */
public final class EventCatalog {

    /** With our own keyword, which speaks to people and not to a validator. */
    private static final Dialect DIALECT = Dialect.builder(Dialects.getDraft202012())
            .keyword(new NonValidationKeyword("x-meaning"))
            .build();

    private final Map<String, Map<Integer, Entry>> byTypeAndVersion = new HashMap<>();

    private final PayloadFields payloadFields;

    private record Entry(EventDefinition definition, Schema schema, Shortcut shortcut) {}

    EventCatalog(Collection<EventDefinition> definitions, Map<String, String> schemasById) {
        SchemaRegistry schemas = SchemaRegistry.withDefaultDialect(DIALECT, registry -> registry.schemas(schemasById)
                .schemaRegistryConfig(SchemaRegistryConfig.builder()
                        .formatAssertionsEnabled(true)
                        .build()));
        Shortcuts shortcuts = new Shortcuts(schemasById);
        payloadFields = new PayloadFields(schemasById);
        for (EventDefinition definition : definitions) {
            Schema schema = schemas.getSchema(SchemaLocation.of(definition.schemaRef()));
            schema.initializeValidators();
            byTypeAndVersion
                    .computeIfAbsent(definition.eventType(), type -> new HashMap<>())
                    .put(definition.version(), new Entry(definition, schema, shortcuts.to(definition.schemaRef())));
        }
    }

    /** Reads the contracts on the class path. */
    public static EventCatalog load() {
        return CatalogReader.read("classpath*:contracts/");
    }

    /** Reads the contracts in a folder that is laid out like {@code contracts/}. */
    public static EventCatalog load(Path contracts) {
        return CatalogReader.read(contracts.toUri().toString());
    }

    /** The newest version of an event type: what a producer writes. */
    public Optional<EventDefinition> newest(String eventType) {
        return byTypeAndVersion.getOrDefault(eventType, Map.of()).values().stream()
                .map(Entry::definition)
                .max((a, b) -> Integer.compare(a.version(), b.version()));
    }

    public Optional<EventDefinition> find(String eventType, int version) {
        return Optional.ofNullable(
                        byTypeAndVersion.getOrDefault(eventType, Map.of()).get(version))
                .map(Entry::definition);
    }

    /** All versions of all events. */
    public List<EventDefinition> definitions() {
        return byTypeAndVersion.values().stream()
                .flatMap(versions -> versions.values().stream())
                .map(Entry::definition)
                .toList();
    }

    /** The paths of all single values in the event's payload, sorted, e.g. {@code line.offerId}; lists have none. */
    public Set<String> payloadFields(EventDefinition definition) {
        return payloadFields.of(entry(definition).definition().schemaRef());
    }

    /**
     * Holds a whole record value (envelope and payload) to the event's schema, formats included. What the schema's shortcut
     * accepts is valid; everything else is judged by the library, which costs about ten times as much.
     *
     * @return each violation as {@code <JSON pointer>: <what is wrong>}; empty if there is none
     */
    public List<String> violations(EventDefinition definition, JsonNode value) {
        return isSurelyValid(definition, value) ? List.of() : judge(definition, value);
    }

    /** What the shortcut says. */
    boolean isSurelyValid(EventDefinition definition, JsonNode value) {
        return entry(definition).shortcut().accepts(value);
    }

    /** What the library says. */
    List<String> judge(EventDefinition definition, JsonNode value) {
        return entry(definition).schema().validate(value).stream()
                .map(error -> error.getInstanceLocation() + ": " + error.getMessage())
                .toList();
    }

    private Entry entry(EventDefinition definition) {
        Entry entry =
                byTypeAndVersion.getOrDefault(definition.eventType(), Map.of()).get(definition.version());
        if (entry == null) {
            throw new IllegalArgumentException("Not of this catalogue: " + definition.schemaRef());
        }
        return entry;
    }
}
