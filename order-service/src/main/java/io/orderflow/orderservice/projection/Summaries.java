package io.orderflow.orderservice.projection;

import java.util.Collection;
import java.util.Map;

/** The rows in use, for the consumer that keeps them up to date. Works in the caller's transaction. Thread safe. */
public interface Summaries {

    /** Rows of orders that have one. From here to the end of the transaction no other generation comes into use. */
    Map<SummaryKey, ProjectedOrder> load(Collection<SummaryKey> keys);

    /**
     * Writes rows over older ones, and how far that went.
     *
     * @param positions the next offset by partition; one that is behind what is known changes nothing
     */
    void save(Collection<ProjectedOrder> rows, Map<Integer, Long> positions);
}
