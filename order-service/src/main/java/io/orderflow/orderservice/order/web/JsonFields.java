package io.orderflow.orderservice.order.web;

import com.fasterxml.jackson.databind.JsonNode;
import io.orderflow.orderservice.order.Texts;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads the fields of one JSON object and notes whatever is wrong with them. A field that is wrong reads as null. */
final class JsonFields {

    private static final Pattern AMOUNT = Pattern.compile("-?[0-9]{1,20}(\\.[0-9]{1,20})?");

    private final JsonNode object;
    private final String pointer;
    private final FieldErrors errors;
    private final Set<String> known = new HashSet<>();

    /** @param pointer where the object is in the body; empty for the body itself */
    JsonFields(JsonNode object, String pointer, FieldErrors errors) {
        this.object = object;
        this.pointer = pointer;
        this.errors = errors;
    }

    /** A name from some system: required, printable. */
    @Nullable
    String identifier(String name) {
        JsonNode node = required(name);
        return node == null ? null : identifier(node, at(name));
    }

    /** Like {@link #identifier(String)}, for an element of an array. */
    @Nullable
    String identifier(JsonNode node, String at) {
        String text = text(node, at, Texts.MAX_IDENTIFIER);
        if (text == null) {
            return null;
        }
        if (text.isBlank()) {
            return wrong(at, "required", "Must not be blank.");
        }
        return Texts.hasControls(text) ? wrong(at, "invalid_text", "Must not contain control characters.") : text;
    }

    /** Words for people: optional, any characters that can be stored. */
    @Nullable
    String optionalText(String name) {
        JsonNode node = optional(name);
        return node == null ? null : text(node, at(name), Texts.MAX_TEXT);
    }

    /** Words for people: required, not blank. */
    @Nullable
    String requiredText(String name) {
        JsonNode node = required(name);
        String text = node == null ? null : text(node, at(name), Texts.MAX_TEXT);
        return text != null && text.isBlank() ? wrong(at(name), "required", "Must not be blank.") : text;
    }

    @Nullable
    Integer quantity(String name) {
        JsonNode node = required(name);
        if (node == null) {
            return null;
        }
        if (!node.isIntegralNumber()) {
            return wrong(at(name), "type_mismatch", "Must be a whole number.");
        }
        return node.canConvertToInt() && node.intValue() >= 1
                ? node.intValue()
                : wrong(at(name), "out_of_range", "Must be from 1 to %d.".formatted(Integer.MAX_VALUE));
    }

    /** An amount as decimal string, so that no JSON library on the way rounds it. */
    @Nullable
    BigDecimal amount(String name) {
        JsonNode node = required(name);
        if (node == null) {
            return null;
        }
        return node.isTextual() && AMOUNT.matcher(node.textValue()).matches()
                ? new BigDecimal(node.textValue())
                : wrong(at(name), "type_mismatch", "Must be a decimal string such as \"12.50\".");
    }

    <E extends Enum<E>> @Nullable E oneOf(String name, Class<E> type) {
        JsonNode node = required(name);
        if (node == null) {
            return null;
        }
        for (E constant : type.getEnumConstants()) {
            if (node.isTextual() && constant.name().equals(node.textValue())) {
                return constant;
            }
        }
        String allowed = Arrays.stream(type.getEnumConstants()).map(Enum::name).collect(Collectors.joining(", "));
        return wrong(at(name), "invalid_value", "Must be one of %s.".formatted(allowed));
    }

    @Nullable
    JsonNode array(String name) {
        JsonNode node = required(name);
        return node == null || node.isArray() ? node : wrong(at(name), "type_mismatch", "Must be an array.");
    }

    @Nullable
    JsonNode optionalArray(String name) {
        JsonNode node = optional(name);
        return node == null || node.isArray() ? node : wrong(at(name), "type_mismatch", "Must be an array.");
    }

    /** Refuses every field that nobody has asked for. */
    void refuseOthers() {
        object.fieldNames().forEachRemaining(name -> {
            if (!known.contains(name)) {
                errors.add(at(name), "unknown_field", "There is no such field here.");
            }
        });
    }

    String at(String name) {
        return JsonPointers.child(pointer, name);
    }

    private @Nullable String text(JsonNode node, String at, int maxLength) {
        if (!node.isTextual()) {
            return wrong(at, "type_mismatch", "Must be a string.");
        }
        String text = node.textValue();
        if (Texts.length(text) > maxLength) {
            return wrong(at, "too_long", "Must have at most %d characters.".formatted(maxLength));
        }
        return Texts.isStorable(text)
                ? text
                : wrong(at, "invalid_text", "Must not contain U+0000 or half a surrogate pair.");
    }

    private @Nullable JsonNode required(String name) {
        JsonNode node = optional(name);
        return node == null ? wrong(at(name), "required", "Must be given.") : node;
    }

    private @Nullable JsonNode optional(String name) {
        known.add(name);
        JsonNode node = object.get(name);
        return node == null || node.isNull() ? null : node;
    }

    private <T> @Nullable T wrong(String at, String code, String message) {
        errors.add(at, code, message);
        return null;
    }
}
