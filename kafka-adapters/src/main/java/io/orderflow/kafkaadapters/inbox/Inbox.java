package io.orderflow.kafkaadapters.inbox;

import java.util.List;
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

    /** Replaces the outcome of rows written in this transaction. */
    void setOutcomes(String consumer, List<LedgerRow> rows);
}
