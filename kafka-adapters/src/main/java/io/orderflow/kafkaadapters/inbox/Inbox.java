package io.orderflow.kafkaadapters.inbox;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** The ledger of received events: once written, an event is never applied again by the same consumer. Thread safe. */
public interface Inbox {

    /**
     * Writes the rows of events that this consumer has never seen, in the current transaction and in one statement. If
     * another transaction is just writing the same event, this waits for its end: exactly one of the two gets the id.
     *
     * @param rows with distinct event ids
     * @return the ids that were new; all others are duplicates
     */
    Set<UUID> recordNew(String consumer, List<LedgerRow> rows);

    /** Replaces outcome, code, reason and attempts of known rows. */
    void setOutcomes(String consumer, List<LedgerRow> rows);

    /** The digests of known events; events without one are left out. */
    Map<UUID, Long> digests(String consumer, Collection<UUID> eventIds);

    /**
     * Locks those events that wait on a retry topic until the end of the transaction.
     *
     * @return their attempts so far; an event that is missing here is not waiting (any more)
     */
    Map<UUID, Integer> lockRetrying(String consumer, Collection<UUID> eventIds);
}
