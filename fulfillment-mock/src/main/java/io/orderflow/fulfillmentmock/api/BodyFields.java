package io.orderflow.fulfillmentmock.api;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads the fields of one JSON object and notes everything that is wrong instead of stopping at the first. Values of
 * broken fields are placeholders, which never leave {@link JsonBodies}.
 */
public final class BodyFields {

    private static final Pattern MONEY = Pattern.compile("-?[0-9]{1,13}\\.[0-9]{2,6}");

    private final JsonNode object;
    private final String path;
    private final List<FieldProblem> problems;
    private final Set<String> known = new HashSet<>();

    private BodyFields(JsonNode object, String path, List<FieldProblem> problems) {
        this.object = object;
        this.path = path;
        this.problems = problems;
    }

    static <T> T read(JsonNode object, String path, List<FieldProblem> problems, Function<BodyFields, T> reader) {
        BodyFields fields = new BodyFields(object, path, problems);
        T value = reader.apply(fields);
        object.fieldNames().forEachRemaining(name -> {
            if (!fields.known.contains(name)) {
                problems.add(new FieldProblem(path + name, "unknown_field", "is not a field of this request"));
            }
        });
        return value;
    }

    /** A name from some system: not blank, printable. */
    public String identifier(String name) {
        JsonNode node = required(name);
        if (node == null) {
            return "";
        }
        if (!node.isTextual()) {
            return wrong(name, "type_mismatch", "must be a text", "");
        }
        Texts.problemOfIdentifier(path + name, node.textValue()).ifPresent(problems::add);
        return node.textValue();
    }

    /** Words for people; null if absent. */
    public @Nullable String optionalText(String name, int maxLength) {
        JsonNode node = optional(name);
        if (node == null) {
            return null;
        }
        if (!node.isTextual()) {
            return wrong(name, "type_mismatch", "must be a text", "");
        }
        Texts.problemOfText(path + name, node.textValue(), maxLength).ifPresent(problems::add);
        return node.textValue();
    }

    /** A text of a given shape. */
    public String text(String name, Pattern shape, String explanation) {
        JsonNode node = required(name);
        if (node == null) {
            return "";
        }
        if (!node.isTextual()) {
            return wrong(name, "type_mismatch", "must be a text", "");
        }
        return shape.matcher(node.textValue()).matches()
                ? node.textValue()
                : wrong(name, "invalid_value", explanation, "");
    }

    /** An amount as a decimal string. */
    public BigDecimal money(String name) {
        String amount = text(name, MONEY, "must be a decimal string with 2 to 6 decimals, such as \"12.50\"");
        return amount.isEmpty() ? BigDecimal.ZERO : new BigDecimal(amount);
    }

    /** A whole number within limits. */
    public int integer(String name, int min, int max) {
        JsonNode node = required(name);
        if (node == null) {
            return min;
        }
        if (!node.isIntegralNumber()) {
            return wrong(name, "type_mismatch", "must be a whole number", min);
        }
        boolean within = node.canConvertToInt() && node.intValue() >= min && node.intValue() <= max;
        return within ? node.intValue() : wrong(name, "out_of_range", "must be from " + min + " to " + max, min);
    }

    /** One of an enum's names. */
    public <E extends Enum<E>> E oneOf(String name, Class<E> type) {
        E[] allowed = type.getEnumConstants();
        JsonNode node = required(name);
        if (node == null) {
            return allowed[0];
        }
        return Arrays.stream(allowed)
                .filter(constant -> node.isTextual() && constant.name().equals(node.textValue()))
                .findFirst()
                .orElseGet(
                        () -> wrong(name, "invalid_value", "must be one of " + Arrays.toString(allowed), allowed[0]));
    }

    /** A list of objects. */
    public <T> List<T> objects(String name, int min, int max, Function<BodyFields, T> reader) {
        JsonNode node = required(name);
        return node == null
                ? List.of()
                : elements(name, node, min, max, (element, where) -> {
                    if (!element.isObject()) {
                        problems.add(new FieldProblem(where, "type_mismatch", "must be an object"));
                        return null;
                    }
                    return read(element, where + ".", problems, reader);
                });
    }

    /** A list of identifiers; empty if absent. */
    public List<String> optionalIdentifiers(String name, int max) {
        JsonNode node = optional(name);
        return node == null
                ? List.of()
                : elements(name, node, 0, max, (element, where) -> {
                    if (!element.isTextual()) {
                        problems.add(new FieldProblem(where, "type_mismatch", "must be a text"));
                        return null;
                    }
                    Texts.problemOfIdentifier(where, element.textValue()).ifPresent(problems::add);
                    return element.textValue();
                });
    }

    private <T> List<T> elements(
            String name, JsonNode list, int min, int max, BiFunction<JsonNode, String, @Nullable T> reader) {
        if (!list.isArray()) {
            return wrong(name, "type_mismatch", "must be a list", List.of());
        }
        if (list.size() < min) {
            return wrong(name, "too_few", "must have at least " + min + " element", List.of());
        }
        if (list.size() > max) {
            return wrong(name, "too_many", "must have at most " + max + " elements", List.of());
        }
        List<T> values = new ArrayList<>();
        for (int i = 0; i < list.size(); i++) {
            T value = reader.apply(list.get(i), path + name + "[" + i + "]");
            if (value != null) {
                values.add(value);
            }
        }
        return values;
    }

    private @Nullable JsonNode required(String name) {
        JsonNode node = optional(name);
        if (node == null) {
            problems.add(new FieldProblem(path + name, "required", "must be given"));
        }
        return node;
    }

    private @Nullable JsonNode optional(String name) {
        known.add(name);
        JsonNode node = object.get(name);
        return node == null || node.isNull() ? null : node;
    }

    private <T> T wrong(String name, String code, String message, T placeholder) {
        problems.add(new FieldProblem(path + name, code, message));
        return placeholder;
    }
}
