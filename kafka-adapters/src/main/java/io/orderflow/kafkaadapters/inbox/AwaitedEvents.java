package io.orderflow.kafkaadapters.inbox;

import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * The events that handlers of this service have {@linkplain HandlingOutcome.Parked parked}: for whoever has just brought
 * about what they wait for. All methods but {@link #putAside} work in the caller's transaction, which has to be one; what is
 * asked for and settled there is undone with it. Thread safe.
 *
 * <p>No wake-up is lost as long as a handler that parks and whoever asks here hold one lock that stands for the aggregate,
 * until the end of their transactions. An event is written when the transaction of its batch ends, so the batch that parks it
 * does not find it here. Whatever is missed all the same, a sweep hands to the handler of its group.
 */
public interface AwaitedEvents {

    /**
     * What waits for these aggregates, in the order in which it was received; its rows are locked. Waits for a transaction
     * that has one of them in hand and then leaves out what that one has settled. One statement. An event is offered at every
     * call until it is settled. Left out are events that cannot be read any more, those that were {@linkplain #putAside put
     * aside}, the one that a sweep is handing to its handler in this very transaction, and those of groups that do not run here.
     *
     * @param aggregates {@code tenant/aggregateId} each
     * @throws IllegalStateException without a transaction
     */
    List<AwaitedEvent> of(Collection<String> aggregates);

    /**
     * Takes events away from where they wait and writes their outcomes to the ledger, with two statements however many they
     * are. {@link HandlingOutcome.Parked} leaves an event as it is, and so does an outage of somebody else: it waits on, and no
     * retry topic is taken. Any other failure takes the way of its class, as if the handler had just given it.
     *
     * @param outcomes of events that {@link #of} gave in this transaction
     * @throws org.springframework.dao.ConcurrencyFailureException if one of them is not waiting any more, or if an outcome
     *     says that our own infrastructure is in trouble; the transaction is to be rolled back and tried again
     * @throws IllegalStateException without a transaction
     */
    void settle(Map<AwaitedEvent, HandlingOutcome> outcomes);

    /**
     * This node does not offer the event in {@link #of} for the next minutes: applying it has failed and would fail again. In
     * a few seconds it is handed to its handler alone, and becomes a dead letter if that fails for good. Takes effect at once
     * and outlives a rollback of the caller's transaction.
     */
    void putAside(AwaitedEvent event);
}
