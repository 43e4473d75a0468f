package io.orderflow.contractchecks.catalogue;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * One JSON Schema file.
 *
 * @param file relative to the catalogue's folder, with forward slashes
 * @param content a missing node if the file is missing
 */
public record SchemaDocument(String file, JsonNode content) {

    /** The schema's identity, {@code schema://<topic without version>/<Event>/<version>}; empty if it has none. */
    public String id() {
        return content.path("$id").asText();
    }

    public String title() {
        return content.path("title").asText();
    }

    public String description() {
        return content.path("description").asText();
    }

    /** What the schema demands of a field of the envelope to be, e.g. of {@code producer}; empty if it demands nothing. */
    public String constant(String field) {
        return content.path("properties").path(field).path("const").asText();
    }
}
