package io.orderflow.contractchecks.compatibility;

import com.fasterxml.jackson.databind.JsonNode;
import io.orderflow.contractchecks.catalogue.ResolvedSchema;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BinaryOperator;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** What a schema says about one value, its parts taken together: a value must satisfy them all. */
record Shape(ResolvedSchema schema) {

    static final List<String> LOWER_BOUNDS =
            List.of("minimum", "exclusiveMinimum", "minLength", "minItems", "minProperties");
    static final List<String> UPPER_BOUNDS =
            List.of("maximum", "exclusiveMaximum", "maxLength", "maxItems", "maxProperties");

    private static final Set<String> COMPARED = Set.of(
            "type",
            "enum",
            "const",
            "multipleOf",
            "uniqueItems",
            "pattern",
            "format",
            "properties",
            "required",
            "items",
            "additionalProperties",
            "allOf",
            "$ref",
            "default");
    private static final Set<String> SAYING_NOTHING = Set.of(
            "$schema",
            "$id",
            "$defs",
            "$comment",
            "title",
            "description",
            "examples",
            "deprecated",
            "readOnly",
            "writeOnly");

    /** How an object takes fields that it does not declare. */
    enum Openness {
        OPEN,
        CLOSED,
        BY_SCHEMA
    }

    /** Types that pass every part; empty if any type does. */
    Set<String> types() {
        return schema.values("type")
                .map(Shape::types)
                .reduce(Shape::commonTypes)
                .orElseGet(Set::of);
    }

    private static Set<String> types(JsonNode type) {
        return type.isTextual()
                ? Set.of(type.asText())
                : type.valueStream().map(JsonNode::asText).collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> commonTypes(Set<String> some, Set<String> others) {
        Set<String> common = new TreeSet<>();
        for (String type : some) {
            if (others.contains(type) || (type.equals("integer") && others.contains("number"))) {
                common.add(type);
            }
        }
        if (some.contains("number") && others.contains("integer")) {
            common.add("integer");
        }
        return common;
    }

    /** The only values allowed; empty if values are not listed. */
    Optional<Set<JsonNode>> values() {
        Optional<Set<JsonNode>> constants = schema.values("const")
                .map(value -> (Set<JsonNode>) new LinkedHashSet<>(Set.of(value)))
                .reduce(Shape::common);
        Optional<Set<JsonNode>> listed = schema.values("enum")
                .map(list -> (Set<JsonNode>)
                        list.valueStream().collect(Collectors.toCollection(LinkedHashSet<JsonNode>::new)))
                .reduce(Shape::common);
        return constants.isPresent() && listed.isPresent()
                ? Optional.of(common(constants.get(), listed.get()))
                : constants.or(() -> listed);
    }

    private static Set<JsonNode> common(Set<JsonNode> some, Set<JsonNode> others) {
        Set<JsonNode> common = new LinkedHashSet<>(some);
        common.retainAll(others);
        return common;
    }

    Optional<BigDecimal> bound(String keyword) {
        BinaryOperator<BigDecimal> stricter = LOWER_BOUNDS.contains(keyword) ? BigDecimal::max : BigDecimal::min;
        return schema.values(keyword).map(JsonNode::decimalValue).reduce(stricter);
    }

    Optional<BigDecimal> step() {
        return schema.values("multipleOf").map(JsonNode::decimalValue).findFirst();
    }

    boolean uniqueItems() {
        return schema.values("uniqueItems").anyMatch(JsonNode::asBoolean);
    }

    Set<String> texts(String keyword) {
        return schema.values(keyword).map(JsonNode::asText).collect(Collectors.toCollection(TreeSet::new));
    }

    boolean isTime() {
        return texts("format").contains("date-time");
    }

    /** Text that must be a decimal amount. */
    boolean isMoney() {
        return types().equals(Set.of("string"))
                && texts("pattern").stream()
                        .anyMatch(pattern ->
                                matches(pattern, "12.34") && !matches(pattern, "abc") && !matches(pattern, "1,234.50"));
    }

    private static boolean matches(String pattern, String value) {
        try {
            return Pattern.compile(pattern).matcher(value).find();
        } catch (PatternSyntaxException e) {
            return false;
        }
    }

    Openness openness() {
        if (schema.values("additionalProperties").anyMatch(value -> value.isBoolean() && !value.asBoolean())) {
            return Openness.CLOSED;
        }
        return schema.additionalProperties().isPresent() ? Openness.BY_SCHEMA : Openness.OPEN;
    }

    /** What is said with keywords that are not compared one by one, references inside expanded. */
    Map<String, List<JsonNode>> others() {
        Map<String, List<JsonNode>> others = new LinkedHashMap<>();
        for (String keyword : schema.keywords()) {
            if (!isUnderstood(keyword)) {
                others.put(keyword, schema.expanded(keyword));
            }
        }
        if (!schema.literals().isEmpty()) {
            others.put("true or false", schema.literals());
        }
        return others;
    }

    private boolean isUnderstood(String keyword) {
        boolean shaped =
                switch (keyword) {
                    case "items" -> schema.values(keyword).allMatch(JsonNode::isObject);
                    case "additionalProperties" ->
                        schema.values(keyword).allMatch(value -> value.isObject() || value.isBoolean());
                    case "multipleOf" -> schema.values(keyword).distinct().count() == 1;
                    default -> true;
                };
        return shaped
                && (COMPARED.contains(keyword)
                        || SAYING_NOTHING.contains(keyword)
                        || LOWER_BOUNDS.contains(keyword)
                        || UPPER_BOUNDS.contains(keyword)
                        || keyword.startsWith("x-"));
    }

    /** The required fields and the declared ones. */
    Set<String> names() {
        Set<String> names = new LinkedHashSet<>(schema.properties().keySet());
        names.addAll(schema.required());
        return names;
    }

    static String list(Iterable<?> things) {
        return StreamSupport.stream(things.spliterator(), false)
                .map(thing -> thing instanceof JsonNode node && node.isTextual() ? node.asText() : thing.toString())
                .collect(Collectors.joining(", "));
    }
}
