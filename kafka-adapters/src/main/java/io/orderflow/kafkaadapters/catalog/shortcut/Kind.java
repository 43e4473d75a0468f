package io.orderflow.kafkaadapters.catalog.shortcut;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Kinds of value. Numbers are integers here; any other number is the library's. */
enum Kind {
    OBJECT("object"),
    ARRAY("array"),
    STRING("string"),
    INTEGER("integer"),
    BOOLEAN("boolean"),
    NULL("null");

    private final String type;

    Kind(String type) {
        this.type = type;
    }

    static Set<Kind> left(List<JsonNode> schemas) {
        Set<Kind> left = EnumSet.allOf(Kind.class);
        for (JsonNode schema : schemas) {
            JsonNode type = schema.path("type");
            if (type.isTextual()) {
                left.retainAll(EnumSet.of(named(type)));
            } else if (!type.isMissingNode()) {
                Set<Kind> any = EnumSet.noneOf(Kind.class);
                type.forEach(each -> any.add(named(each)));
                left.retainAll(any);
            }
            if (schema.has("const")) {
                left.retainAll(EnumSet.of(ofConstant(schema.get("const"))));
            }
            if (schema.has("enum")) {
                Set<Kind> any = EnumSet.noneOf(Kind.class);
                schema.get("enum").forEach(each -> any.add(ofConstant(each)));
                left.retainAll(any);
            }
        }
        return left;
    }

    private static Kind named(JsonNode type) {
        for (Kind kind : values()) {
            if (kind.type.equals(type.asText())) {
                return kind;
            }
        }
        throw new Unsupported("type " + type);
    }

    private static Kind ofConstant(JsonNode constant) {
        return switch (constant.getNodeType()) {
            case STRING -> STRING;
            case NULL -> NULL;
            case NUMBER -> INTEGER;
            default -> throw new Unsupported("the constant " + constant);
        };
    }
}
