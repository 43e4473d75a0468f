package io.orderflow.contractchecks.catalogue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A schema with its references followed and the parts of its {@code allOf} laid side by side, so that it does not matter
 * where something is written. What a part further out says comes first. Immutable.
 */
public final class ResolvedSchema {

    /** A piece of a document: the document is needed for references that begin with {@code #}. */
    private record Part(JsonNode node, JsonNode document) {}

    private static final int DEEPEST = 64;

    private final List<Part> parts;
    private final Schemas schemas;

    /** Found when first asked for; whoever races finds the same. */
    private volatile @Nullable Map<String, ResolvedSchema> properties;

    private ResolvedSchema(List<Part> parts, Schemas schemas) {
        this.parts = parts;
        this.schemas = schemas;
    }

    /** The schema of a whole document. */
    public static ResolvedSchema of(JsonNode document, Schemas schemas) {
        return of(document, document, schemas);
    }

    /** A schema inside of a document. A reference to nothing reads as a schema that says nothing. */
    public static ResolvedSchema of(JsonNode schema, JsonNode document, Schemas schemas) {
        return new ResolvedSchema(List.of(new Part(schema, document)), schemas).flat();
    }

    /** The schema that says nothing. */
    public static ResolvedSchema anything() {
        return of(JsonNodeFactory.instance.objectNode(), new Schemas(List.of()));
    }

    /** By name, in the order they are written. */
    public Map<String, ResolvedSchema> properties() {
        Map<String, ResolvedSchema> known = properties;
        if (known == null) {
            known = Collections.unmodifiableMap(findProperties());
            properties = known;
        }
        return known;
    }

    private Map<String, ResolvedSchema> findProperties() {
        Map<String, List<Part>> byName = new LinkedHashMap<>();
        for (Part part : parts) {
            part.node().path("properties").properties().forEach(field -> byName.computeIfAbsent(
                            field.getKey(), name -> new ArrayList<>())
                    .add(new Part(field.getValue(), part.document())));
        }
        Map<String, ResolvedSchema> found = new LinkedHashMap<>();
        byName.forEach((name, pieces) -> found.put(name, new ResolvedSchema(pieces, schemas).flat()));
        return found;
    }

    public Optional<ResolvedSchema> property(String name) {
        return Optional.ofNullable(properties().get(name));
    }

    public Set<String> required() {
        Set<String> names = new LinkedHashSet<>();
        values("required").forEach(list -> list.forEach(name -> names.add(name.asText())));
        return names;
    }

    /** The schema of every element of an array; empty if it says nothing about them. */
    public Optional<ResolvedSchema> items() {
        return child("items");
    }

    /** The schema of fields that have no schema of their own; empty if they may be anything or must not be. */
    public Optional<ResolvedSchema> additionalProperties() {
        return child("additionalProperties");
    }

    /** The alternatives of {@code anyOf}, {@code oneOf} and the branches of conditions. */
    public List<ResolvedSchema> alternatives() {
        List<ResolvedSchema> found = new ArrayList<>();
        for (Part part : parts) {
            Stream.of("anyOf", "oneOf")
                    .flatMap(keyword -> part.node().path(keyword).valueStream())
                    .forEach(branch -> found.add(of(branch, part.document(), schemas)));
            Stream.of("then", "else")
                    .map(part.node()::path)
                    .filter(JsonNode::isObject)
                    .forEach(branch -> found.add(of(branch, part.document(), schemas)));
        }
        return found;
    }

    /** The types it allows; empty if it does not say. Of several statements the first counts. */
    public Set<String> types() {
        JsonNode type = first("type");
        Set<String> types = new LinkedHashSet<>();
        if (type.isTextual()) {
            types.add(type.asText());
        }
        type.forEach(one -> types.add(one.asText()));
        return types;
    }

    /** What the outermost part with this keyword says; a missing node if none has it. */
    public JsonNode first(String keyword) {
        return values(keyword).findFirst().orElse(MissingNode.getInstance());
    }

    /** What every part with this keyword says, outermost first. */
    public Stream<JsonNode> values(String keyword) {
        return parts.stream().map(Part::node).filter(node -> node.has(keyword)).map(node -> node.get(keyword));
    }

    /** What every part with this keyword says, with what references inside point at written in their place. */
    public List<JsonNode> expanded(String keyword) {
        return parts.stream()
                .filter(part -> part.node().has(keyword))
                .map(part -> expanded(part.node().get(keyword), part.document(), 0))
                .toList();
    }

    private JsonNode expanded(JsonNode node, JsonNode document, int depth) {
        if (node.isArray()) {
            ArrayNode elements = JsonNodeFactory.instance.arrayNode();
            node.forEach(element -> elements.add(expanded(element, document, depth + 1)));
            return elements;
        }
        if (!node.isObject()) {
            return node;
        }
        ObjectNode fields = JsonNodeFactory.instance.objectNode();
        node.properties().forEach(field -> fields.set(field.getKey(), expanded(field.getValue(), document, depth + 1)));
        String reference = node.path("$ref").asText();
        if (!reference.isEmpty() && depth < DEEPEST) {
            fields.set(
                    "$ref", expanded(schemas.target(reference, document), documentOf(reference, document), depth + 1));
        }
        return fields;
    }

    private JsonNode documentOf(String reference, JsonNode document) {
        return reference.startsWith("#")
                ? document
                : schemas.find(reference).map(SchemaDocument::content).orElse(MissingNode.getInstance());
    }

    /** All keywords that are used. */
    public Set<String> keywords() {
        Set<String> keywords = new LinkedHashSet<>();
        parts.forEach(part -> part.node().fieldNames().forEachRemaining(keywords::add));
        return keywords;
    }

    /** The parts that are no objects: {@code true}, {@code false}, or a missing node for a reference to nothing. */
    public List<JsonNode> literals() {
        return parts.stream().map(Part::node).filter(node -> !node.isObject()).toList();
    }

    private Optional<ResolvedSchema> child(String keyword) {
        List<Part> pieces = parts.stream()
                .filter(part -> part.node().path(keyword).isObject())
                .map(part -> new Part(part.node().path(keyword), part.document()))
                .toList();
        return pieces.isEmpty() ? Optional.empty() : Optional.of(new ResolvedSchema(pieces, schemas).flat());
    }

    private ResolvedSchema flat() {
        List<Part> flat = new ArrayList<>();
        Set<String> followed = new LinkedHashSet<>();
        parts.forEach(part -> flatten(part, flat, followed));
        return new ResolvedSchema(List.copyOf(flat), schemas);
    }

    private void flatten(Part part, List<Part> flat, Set<String> followed) {
        flat.add(part);
        String reference = part.node().path("$ref").asText();
        if (!reference.isEmpty() && followed.add(part.document().path("$id").asText() + " " + reference)) {
            flatten(
                    new Part(schemas.target(reference, part.document()), documentOf(reference, part.document())),
                    flat,
                    followed);
        }
        part.node().path("allOf").forEach(piece -> flatten(new Part(piece, part.document()), flat, followed));
    }
}
