package io.orderflow.orderservice.projection.persistence;

import java.util.Collection;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Rows turned into one array per column; everything travels as text and is cast by the statement. */
final class Columns {

    private Columns() {}

    static <T> @Nullable String[] of(Collection<T> rows, Function<? super T, @Nullable Object> column) {
        @Nullable String[] values = new @Nullable String[rows.size()];
        int i = 0;
        for (T row : rows) {
            Object value = column.apply(row);
            values[i++] = value == null ? null : value.toString();
        }
        return values;
    }
}
