package io.orderflow.orderservice.projection.replay;

import io.orderflow.orderservice.projection.ProjectedOrder;
import io.orderflow.orderservice.projection.SummaryKey;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Rows at hand: all that were changed and are not stored yet, and of the others those that were used last, because the
 * events of an order lie near to each other. Not thread safe.
 */
final class RowCache {

    private static final int MOST_STORED = 50_000;

    private final Map<SummaryKey, ProjectedOrder> changed = new HashMap<>();
    private final Map<SummaryKey, ProjectedOrder> stored = new LinkedHashMap<>(1024, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<SummaryKey, ProjectedOrder> eldest) {
            return size() > MOST_STORED;
        }
    };

    /** Makes sure that those of these rows that exist are at hand. */
    void fetch(Set<SummaryKey> keys, Function<Collection<SummaryKey>, Map<SummaryKey, ProjectedOrder>> loader) {
        Set<SummaryKey> unknown = keys.stream().filter(key -> get(key) == null).collect(Collectors.toSet());
        if (!unknown.isEmpty()) {
            stored.putAll(loader.apply(unknown));
        }
    }

    @Nullable
    ProjectedOrder get(SummaryKey key) {
        ProjectedOrder row = changed.get(key);
        return row == null ? stored.get(key) : row;
    }

    void change(ProjectedOrder row) {
        changed.put(row.key(), row);
    }

    List<ProjectedOrder> changed() {
        return List.copyOf(changed.values());
    }

    /** What was changed is in the table now. */
    void allStored() {
        stored.putAll(changed);
        changed.clear();
    }
}
