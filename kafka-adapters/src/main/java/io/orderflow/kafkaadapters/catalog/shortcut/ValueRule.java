package io.orderflow.kafkaadapters.catalog.shortcut;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Set;

/** What has to hold for one value; the part for its kind is asked. */
final class ValueRule implements Shortcut {

    private final boolean text;
    private final boolean integer;
    private final boolean object;
    private final boolean array;
    private final boolean bool;
    private final boolean nothing;
    private final TextRules texts;
    private final IntegerRule integers;
    private final ObjectRule objects;
    private final ArrayRule arrays;

    ValueRule(Set<Kind> kinds, TextRules texts, IntegerRule integers, ObjectRule objects, ArrayRule arrays) {
        this.text = kinds.contains(Kind.STRING);
        this.integer = kinds.contains(Kind.INTEGER);
        this.object = kinds.contains(Kind.OBJECT);
        this.array = kinds.contains(Kind.ARRAY);
        this.bool = kinds.contains(Kind.BOOLEAN);
        this.nothing = kinds.contains(Kind.NULL);
        this.texts = texts;
        this.integers = integers;
        this.objects = objects;
        this.arrays = arrays;
    }

    @Override
    public boolean accepts(JsonNode value) {
        return switch (value.getNodeType()) {
            case STRING -> text && texts.test(value.textValue());
            case NUMBER -> integer && integers.accepts(value);
            case OBJECT -> object && objects.accepts(value);
            case ARRAY -> array && arrays.accepts(value);
            case BOOLEAN -> bool;
            case NULL -> nothing;
            default -> false;
        };
    }
}
