package io.orderflow.contractchecks.catalogue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One version of an event's contract.
 *
 * @param minimal required fields only
 * @param full every field
 */
public record EventVersion(int number, SchemaDocument schema, Optional<Example> minimal, Optional<Example> full) {

    /** The payload's part of the schema, references unresolved. */
    public JsonNode payload() {
        return schema.content().path("properties").path("payload");
    }

    /** The examples that there are. */
    public Stream<Example> examples() {
        return Stream.of(minimal, full).flatMap(Optional::stream);
    }

    static String schemaFile(int number) {
        return "v" + number + ".schema.json";
    }

    /** Where the example of a version lies: {@code examples/full.json}, from version 2 on {@code examples/full.v2.json}. */
    public static String exampleFile(String which, int number) {
        return "examples/" + which + (number == 1 ? "" : ".v" + number) + ".json";
    }
}
