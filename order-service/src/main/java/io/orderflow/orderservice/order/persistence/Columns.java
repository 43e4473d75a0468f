package io.orderflow.orderservice.order.persistence;

import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Rows turned into columns: a statement takes one array per column and unnests them, so that a batch of any size is one
 * statement with one plan. Everything travels as text and is cast by the statement.
 */
final class Columns {

    private Columns() {}

    static <T> @Nullable String[] of(Collection<T> rows, Function<? super T, @Nullable Object> column) {
        return rows.stream()
                .map(row -> {
                    Object value = column.apply(row);
                    return value == null ? null : value.toString();
                })
                .toArray(String[]::new);
    }

    /** An array inside of a column: unnest would flatten it, so it travels as one text. */
    static String joined(List<Integer> numbers) {
        return numbers.stream().map(String::valueOf).collect(Collectors.joining(","));
    }
}
