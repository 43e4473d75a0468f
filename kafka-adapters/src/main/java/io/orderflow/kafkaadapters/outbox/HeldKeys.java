package io.orderflow.kafkaadapters.outbox;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/**
 * The keys that wait behind a parked row, as far as the owner of the shards knows. Nobody else parks rows of these
 * shards, so nothing is missing; what is too much shows when the next row of the key is to be parked. Not thread safe.
 */
final class HeldKeys {

    private final ParkedStore store;
    private final boolean hold;
    private Map<String, Long> firstParked = new HashMap<>();

    /** @param hold false if keys go on after a parked row: then none is ever held */
    HeldKeys(ParkedStore store, boolean hold) {
        this.store = store;
        this.hold = hold;
    }

    void load(Collection<Integer> shards) {
        if (hold) {
            firstParked = store.firstParked(shards);
        }
    }

    /** Whether the row comes after a parked one of its key. */
    boolean holds(OutboxRow row) {
        if (firstParked.isEmpty() || row.key() == null) {
            return false;
        }
        Long first = firstParked.get(row.orderedBy());
        return first != null && first < row.id();
    }

    void add(OutboxRow row) {
        if (hold && row.key() != null) {
            firstParked.merge(row.orderedBy(), row.id(), Math::min);
        }
    }
}
