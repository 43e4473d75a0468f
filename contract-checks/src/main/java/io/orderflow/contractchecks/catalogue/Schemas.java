package io.orderflow.contractchecks.catalogue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.dialect.Dialect;
import com.networknt.schema.dialect.Dialects;
import com.networknt.schema.keyword.NonValidationKeyword;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** All schemas of a catalogue by their identity, to look up and to validate with. Thread safe. */
public final class Schemas {

    /** The language that every schema here is written in. */
    public static final String DIALECT = "https://json-schema.org/draft/2020-12/schema";

    /** The dialect with our own keyword, which says something to people and nothing to a validator. */
    private static final Dialect OWN = Dialect.builder(Dialects.getDraft202012())
            .keyword(new NonValidationKeyword("x-meaning"))
            .build();

    private final Map<String, SchemaDocument> byId = new LinkedHashMap<>();
    private final List<SchemaDocument> documents;
    private final SchemaRegistry registry;

    /** How a value departs from a schema: where, as a JSON pointer, and how. */
    public record Violation(String pointer, String message) {}

    Schemas(Collection<SchemaDocument> documents) {
        this.documents = List.copyOf(documents);
        Map<String, String> sources = new HashMap<>();
        for (SchemaDocument document : documents) {
            if (!document.id().isEmpty() && byId.putIfAbsent(document.id(), document) == null) {
                sources.put(document.id(), document.content().toString());
            }
        }
        this.registry = SchemaRegistry.withDefaultDialect(OWN, builder -> builder.schemas(sources)
                .schemaRegistryConfig(SchemaRegistryConfig.builder()
                        .formatAssertionsEnabled(true)
                        .build()));
    }

    public Stream<SchemaDocument> documents() {
        return documents.stream();
    }

    /** The schema with this reference; a fragment behind {@code #} is ignored. */
    public Optional<SchemaDocument> find(String schemaRef) {
        return Optional.ofNullable(byId.get(withoutFragment(schemaRef)));
    }

    /**
     * What a {@code $ref} points at.
     *
     * @param base the document that holds the reference, for those that begin with {@code #}
     * @return a missing node if there is nothing
     */
    public JsonNode target(String reference, JsonNode base) {
        int fragment = reference.indexOf('#');
        String pointer = fragment < 0 ? "" : reference.substring(fragment + 1);
        JsonNode document = fragment == 0
                ? base
                : find(reference).map(SchemaDocument::content).orElse(MissingNode.getInstance());
        return pointer.isEmpty() || pointer.startsWith("/") ? document.at(pointer) : MissingNode.getInstance();
    }

    /** Follows a schema's {@code $ref}, if it is one; keywords beside it are ignored. */
    public JsonNode resolved(JsonNode schema, JsonNode base) {
        return schema.has("$ref") ? target(schema.path("$ref").asText(), base) : schema;
    }

    /**
     * Holds a value to a schema, formats included.
     *
     * @throws com.networknt.schema.SchemaException if the schema is unknown or refers to nothing
     */
    public List<Violation> violations(String schemaRef, JsonNode value) {
        Schema schema = registry.getSchema(SchemaLocation.of(schemaRef));
        return schema.validate(value).stream()
                .map(error -> new Violation(error.getInstanceLocation().toString(), error.getMessage()))
                .toList();
    }

    private static String withoutFragment(String reference) {
        int fragment = reference.indexOf('#');
        return fragment < 0 ? reference : reference.substring(0, fragment);
    }
}
