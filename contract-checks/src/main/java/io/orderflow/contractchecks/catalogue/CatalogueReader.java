package io.orderflow.contractchecks.catalogue;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Reads the folder, event by event. */
final class CatalogueReader {

    static final String TOPICS = "topics.yaml";
    private static final String EVENTS = "events";
    private static final String RECORDS = "records";
    private static final String ENVELOPE = EVENTS + "/envelope.v1.schema.json";
    private static final Pattern EVENT_SCHEMA = Pattern.compile("v([1-9][0-9]{0,3})\\.schema\\.json");
    private static final Pattern RECORD_SCHEMA = Pattern.compile("([a-z-]+)\\.v([1-9][0-9]{0,3})\\.schema\\.json");

    private final CatalogueFiles files;

    CatalogueReader(Path root) {
        this.files = new CatalogueFiles(root);
    }

    Catalogue read() {
        if (!files.exists(TOPICS) && files.folders(EVENTS).isEmpty()) {
            throw new IllegalArgumentException(
                    "No catalogue in " + files.root() + ": neither " + TOPICS + " nor " + EVENTS + " is there");
        }
        SchemaDocument envelope = schema(ENVELOPE);
        List<Event> events = files.folders(EVENTS).stream()
                .flatMap(topic -> files.folders(EVENTS + "/" + topic).stream().map(name -> event(topic, name)))
                .toList();
        List<RecordContract> records = records();
        List<SchemaDocument> schemas = new ArrayList<>(List.of(envelope));
        events.forEach(event -> event.versions().forEach(version -> schemas.add(version.schema())));
        records.forEach(contract -> schemas.add(contract.schema()));
        return new Catalogue(
                new Topics(TOPICS, files.yaml(TOPICS)),
                envelope,
                events,
                records,
                files.unreadable(),
                files.text("CHANGELOG.md"),
                new Schemas(schemas));
    }

    private Event event(String topic, String name) {
        String folder = EVENTS + "/" + topic + "/" + name + "/";
        Set<String> names = files.below(folder);
        List<EventVersion> versions = new TreeSet<>(numbers(names))
                .stream().map(number -> version(folder, number)).toList();
        String ownership = folder + "ownership.yaml";
        return new Event(
                topic,
                name,
                versions,
                new Ownership(ownership, files.yaml(ownership)),
                files.text(folder + "CHANGELOG.md"),
                names);
    }

    private static List<Integer> numbers(Set<String> names) {
        return names.stream()
                .map(EVENT_SCHEMA::matcher)
                .filter(Matcher::matches)
                .map(schema -> Integer.valueOf(schema.group(1)))
                .toList();
    }

    private EventVersion version(String folder, int number) {
        return new EventVersion(
                number,
                schema(folder + EventVersion.schemaFile(number)),
                example(folder + EventVersion.exampleFile("minimal", number)),
                example(folder + EventVersion.exampleFile("full", number)));
    }

    private List<RecordContract> records() {
        return files.below(RECORDS + "/").stream()
                .sorted()
                .map(RECORD_SCHEMA::matcher)
                .filter(Matcher::matches)
                .map(file -> new RecordContract(
                        file.group(1),
                        Integer.parseInt(file.group(2)),
                        schema(RECORDS + "/" + file.group()),
                        example("%s/examples/%s.v%s.json".formatted(RECORDS, file.group(1), file.group(2)))))
                .toList();
    }

    private SchemaDocument schema(String file) {
        return new SchemaDocument(file, files.json(file));
    }

    private Optional<Example> example(String file) {
        JsonNode value = files.json(file);
        return Stream.of(value)
                .filter(node -> !node.isMissingNode())
                .map(node -> new Example(file, node))
                .findFirst();
    }
}
