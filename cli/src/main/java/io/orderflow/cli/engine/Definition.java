package io.orderflow.cli.engine;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * A deployed version of a process.
 *
 * @param instances how many run now
 * @param incidents open ones of those instances
 */
public record Definition(String id, String key, int version, String name, long instances, long incidents) {

    static Definition of(JsonNode statistics) {
        JsonNode definition = statistics.path("definition");
        long incidents = statistics
                .path("incidents")
                .valueStream()
                .mapToLong(incident -> incident.path("incidentCount").asLong())
                .sum();
        return new Definition(
                definition.path("id").asText(),
                definition.path("key").asText(),
                definition.path("version").asInt(),
                definition.path("name").asText(),
                statistics.path("instances").asLong(),
                incidents);
    }

    /** As commands take it. */
    public String reference() {
        return key + ":" + version;
    }
}
