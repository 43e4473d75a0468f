package io.orderflow.httpapi.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Reads the fields of one JSON object and notes whatever is wrong with them. A field that is wrong reads as a placeholder,
 * such as an empty text, so that readers need not care; what was read from placeholders never leaves {@link JsonBodies}.
 */
public final class JsonFields {

    private static final Pattern AMOUNT = Pattern.compile("-?[0-9]{1,20}(\\.[0-9]{1,20})?");

    private final JsonNode object;
    private final String pointer;
    private final FieldErrors errors;
    private final Set<String> known = new HashSet<>();

    private JsonFields(JsonNode object, String pointer, FieldErrors errors) {
        this.object = object;
        this.pointer = pointer;
        this.errors = errors;
    }

    /** @param pointer where the object is in the body; empty for the body itself */
    static <T> T read(JsonNode object, String pointer, FieldErrors errors, Function<JsonFields, T> reader) {
        JsonFields fields = new JsonFields(object, pointer, errors);
        T value = reader.apply(fields);
        object.fieldNames().forEachRemaining(name -> {
            if (!fields.known.contains(name)) {
                errors.add(fields.at(name), "unknown_field", "There is no such field here.");
            }
        });
        return value;
    }

    /** A name from some system: required, printable. Empty if it is wrong, and only then. */
    public String identifier(String name) {
        return text(required(name), at(name), Texts::problemOfIdentifier);
    }

    /** Like {@link #identifier}, and null if absent. */
    public @Nullable String optionalIdentifier(String name) {
        JsonNode node = optional(name);
        return node == null ? null : text(node, at(name), Texts::problemOfIdentifier);
    }

    /** Words for people: required, not blank. */
    public String requiredText(String name) {
        return text(required(name), at(name), Texts::problemOfRequiredText);
    }

    /** Words for people: optional, any characters that can be stored. */
    public @Nullable String optionalText(String name) {
        JsonNode node = optional(name);
        return node == null ? null : text(node, at(name), Texts::problemOfText);
    }

    /**
     * A text of a given shape: required. Empty if it is wrong.
     *
     * @param message what to tell whoever sends another shape
     */
    public String matching(String name, Pattern shape, String message) {
        return text(
                required(name),
                at(name),
                (at, text) -> shape.matcher(text).matches()
                        ? Optional.empty()
                        : Optional.of(new FieldError(at, "invalid_value", message)));
    }

    /** A whole number within limits: required. */
    public int integer(String name, int min, int max) {
        JsonNode node = required(name);
        if (node == null) {
            return min;
        }
        if (!node.isIntegralNumber()) {
            return wrong(at(name), "type_mismatch", "Must be a whole number.", min);
        }
        return node.canConvertToInt() && node.intValue() >= min && node.intValue() <= max
                ? node.intValue()
                : wrong(at(name), "out_of_range", "Must be from %d to %d.".formatted(min, max), min);
    }

    /** True or false: required. */
    public boolean bool(String name) {
        JsonNode node = required(name);
        if (node == null || node.isBoolean()) {
            return node != null && node.booleanValue();
        }
        return wrong(at(name), "type_mismatch", "Must be true or false.", false);
    }

    /** An amount as decimal string, so that no JSON library on the way rounds it: required. */
    public BigDecimal amount(String name) {
        JsonNode node = required(name);
        if (node == null) {
            return BigDecimal.ZERO;
        }
        return node.isTextual() && AMOUNT.matcher(node.textValue()).matches()
                ? new BigDecimal(node.textValue())
                : wrong(at(name), "type_mismatch", "Must be a decimal string such as \"12.50\".", BigDecimal.ZERO);
    }

    /** One of an enum's names: required. */
    public <E extends Enum<E>> E oneOf(String name, Class<E> type) {
        E[] constants = type.getEnumConstants();
        JsonNode node = required(name);
        if (node == null) {
            return constants[0];
        }
        for (E constant : constants) {
            if (node.isTextual() && constant.name().equals(node.textValue())) {
                return constant;
            }
        }
        String allowed = Arrays.stream(constants).map(Enum::name).collect(Collectors.joining(", "));
        return wrong(at(name), "invalid_value", "Must be one of %s.".formatted(allowed), constants[0]);
    }

    /** A JSON object of any shape: required. Empty if it is wrong. */
    public JsonNode object(String name) {
        JsonNode node = required(name);
        if (node == null || node.isObject()) {
            return node == null ? MissingNode.getInstance() : node;
        }
        return wrong(at(name), "type_mismatch", "Must be an object.", MissingNode.getInstance());
    }

    /** An array of objects: required. The list has their positions, unless the array itself is wrong. */
    public <T> List<T> objects(String name, int min, int max, Function<JsonFields, T> reader) {
        JsonNode array = required(name);
        return array == null
                ? List.of()
                : elements(array, at(name), min, max, (element, at) -> {
                    if (element.isObject()) {
                        return read(element, at, errors, reader);
                    }
                    // One error is enough for something that is no object; its fields are placeholders without further
                    // words.
                    errors.add(at, "type_mismatch", "Must be an object.");
                    return reader.apply(new JsonFields(MissingNode.getInstance(), at, new FieldErrors()));
                });
    }

    /** An array of names as {@link #identifier} reads them; empty if absent. */
    public List<String> optionalIdentifiers(String name, int max) {
        JsonNode array = optional(name);
        return array == null
                ? List.of()
                : elements(array, at(name), 0, max, (element, at) -> text(element, at, Texts::problemOfIdentifier));
    }

    /** Takes a field as known without looking at it. */
    public void known(String name) {
        known.add(name);
    }

    /** Whether a field is there, and not null; for fields that may be left out. */
    public boolean isGiven(String name) {
        return optional(name) != null;
    }

    /** Like {@link #integer}, and {@code absent} if absent. */
    public int optionalInteger(String name, int min, int max, int absent) {
        return isGiven(name) ? integer(name, min, max) : absent;
    }

    /** Like {@link #matching}, and null if absent. */
    public @Nullable String optionalMatching(String name, Pattern shape, String message) {
        return isGiven(name) ? matching(name, shape, message) : null;
    }

    /** The pointer to a field of this object. */
    public String at(String name) {
        return JsonPointers.child(pointer, name);
    }

    /** Where a reader notes what is wrong beyond the shape of a field. */
    public FieldErrors errors() {
        return errors;
    }

    private <T> List<T> elements(JsonNode array, String at, int min, int max, BiFunction<JsonNode, String, T> reader) {
        if (!array.isArray()) {
            return wrong(at, "type_mismatch", "Must be an array.", List.of());
        }
        if (array.size() < min) {
            return wrong(at, "too_few", "Must have at least %d.".formatted(min), List.of());
        }
        if (array.size() > max) {
            return wrong(at, "too_many", "Must have at most %d.".formatted(max), List.of());
        }
        List<T> values = new ArrayList<>(array.size());
        for (int i = 0; i < array.size(); i++) {
            values.add(reader.apply(array.get(i), JsonPointers.child(at, i)));
        }
        return values;
    }

    private String text(
            @Nullable JsonNode node, String at, BiFunction<String, String, Optional<FieldError>> problemOf) {
        if (node == null) {
            return "";
        }
        if (!node.isTextual()) {
            return wrong(at, "type_mismatch", "Must be a string.", "");
        }
        Optional<FieldError> problem = problemOf.apply(at, node.textValue());
        problem.ifPresent(errors::add);
        return problem.isPresent() ? "" : node.textValue();
    }

    private @Nullable JsonNode required(String name) {
        JsonNode node = optional(name);
        if (node == null) {
            errors.add(at(name), "required", "Must be given.");
        }
        return node;
    }

    private @Nullable JsonNode optional(String name) {
        known.add(name);
        JsonNode node = object.get(name);
        return node == null || node.isNull() ? null : node;
    }

    private <T> T wrong(String at, String code, String message, T placeholder) {
        errors.add(at, code, message);
        return placeholder;
    }
}
