package io.orderflow.kafkaadapters.catalog.shortcut;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** What {@code const} and {@code enum} leave of one kind of value. */
final class Constants {

    private Constants() {}

    /** @return null if nothing is restricted */
    static <T> @Nullable Set<T> of(List<JsonNode> schemas, Predicate<JsonNode> kind, Function<JsonNode, T> value) {
        Set<T> left = null;
        for (JsonNode schema : schemas) {
            if (schema.has("const")) {
                left = both(left, values(List.of(schema.get("const")), kind, value));
            }
            if (schema.has("enum")) {
                left = both(left, values(schema.get("enum"), kind, value));
            }
        }
        return left;
    }

    private static <T> Set<T> values(
            Iterable<JsonNode> constants, Predicate<JsonNode> kind, Function<JsonNode, T> value) {
        Set<T> values = new HashSet<>();
        for (JsonNode constant : constants) {
            if (kind.test(constant)) {
                values.add(value.apply(constant));
            }
        }
        return values;
    }

    private static <T> Set<T> both(@Nullable Set<T> one, Set<T> other) {
        if (one != null) {
            other.retainAll(one);
        }
        return other;
    }
}
