package io.orderflow.cli.model.diff;

import java.util.SortedMap;
import java.util.stream.Collectors;

/**
 * An element of a model: what has an id that instances, history and Cockpit know.
 *
 * @param kind in plain words, for example {@code receive task}
 * @param name empty if it has none
 * @param scope id of the process or sub-process around it; empty for the process itself
 */
public record Element(String id, String kind, String name, String scope, SortedMap<Trait, String> traits) {

    /** As a person would point at it. */
    public String title() {
        return name.isEmpty() ? kind : "%s \"%s\"".formatted(kind, name);
    }

    /** Whether somebody reading the diagram would take the one for the other. */
    boolean looksLike(Element other) {
        return !name.isEmpty() && kind.equals(other.kind) && name.equals(other.name);
    }

    /** What makes it what it is, where nothing can be compared. */
    String summary() {
        return traits.entrySet().stream()
                .filter(trait -> trait.getKey().aspect().compareTo(Aspect.LISTENER) < 0)
                .map(trait -> "; " + trait.getKey().label() + " " + trait.getValue())
                .collect(Collectors.joining());
    }
}
