package io.orderflow.kafkaadapters.catalog.shortcut;

import com.fasterxml.jackson.databind.JsonNode;

/** Knows for sure that a value is valid, or does not know. Thread safe. */
@FunctionalInterface
public interface Shortcut {

    /** Knows nothing. */
    Shortcut NONE = value -> false;

    /** Knows that everything is valid. */
    Shortcut ANY = value -> true;

    /** @return true only if the value is valid; false says nothing */
    boolean accepts(JsonNode value);
}
