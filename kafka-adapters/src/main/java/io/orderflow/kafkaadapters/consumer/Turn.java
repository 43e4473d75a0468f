package io.orderflow.kafkaadapters.consumer;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * What one transaction is about.
 *
 * @param entries records in the order in which they were published, for each key
 * @param aggregates further aggregates whose parked events are to be looked at
 * @param mostWoken how many parked events may join
 * @param holdBehind events behind which their aggregate is held, because they are known to fail
 * @param lock whether the aggregates are locked at once: whoever wakes needs that
 */
record Turn(List<Entry> entries, Collection<String> aggregates, int mostWoken, Set<UUID> holdBehind, boolean lock) {}
