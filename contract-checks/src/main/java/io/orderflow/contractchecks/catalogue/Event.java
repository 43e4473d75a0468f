package io.orderflow.contractchecks.catalogue;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * One event's folder: {@code events/<topic without version>/<EventName>}.
 *
 * @param versions ascending; empty if there is no schema
 * @param changelog text of CHANGELOG.md; empty if it is missing
 * @param files everything in the folder, relative to it, e.g. {@code examples/full.json}
 */
public record Event(
        String topicFolder,
        String name,
        List<EventVersion> versions,
        Ownership ownership,
        String changelog,
        Set<String> files) {

    public Event {
        versions = List.copyOf(versions);
        files = Set.copyOf(files);
    }

    /** What a producer writes today; empty if there is no schema at all. */
    public Optional<EventVersion> newest() {
        return versions.isEmpty() ? Optional.empty() : Optional.of(versions.get(versions.size() - 1));
    }

    public Optional<EventVersion> version(int number) {
        return versions.stream().filter(version -> version.number() == number).findFirst();
    }

    /** The schema reference that a version of this event must have, from its folder. */
    public String schemaRef(int version) {
        return "schema://" + topicFolder + "/" + name + "/" + version;
    }

    /** The folder relative to the catalogue's. */
    public String path() {
        return "events/" + topicFolder + "/" + name;
    }

    /** A file of this event relative to the catalogue's folder. */
    public String file(String name) {
        return path() + "/" + name;
    }
}
