package io.orderflow.orderservice.projection;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The rows in use, for readers. Thread safe. */
public interface SummaryPages {

    int MAX_SIZE = 500;
    int DEFAULT_SIZE = 50;

    /**
     * Which rows, the newest order first.
     *
     * @param status null for any
     * @param before an order id: only older orders; null from the newest on
     */
    record Query(String tenantId, @Nullable SummaryStatus status, @Nullable String before, int size) {}

    List<ProjectedOrder> list(Query query);
}
