package io.orderflow.kafkaadapters.inbox;

import java.util.List;

/**
 * The one interface a service implements to receive events: declare it as a bean and a consumer is started for it.
 *
 * <p>{@link #handle} runs inside the transaction that also holds the batch's ledger rows; whatever it writes through the
 * same data source, and whatever it appends to the outbox, commits with them or not at all. Throwing rolls the whole
 * batch back: broken infrastructure is retried in place with nothing skipped, anything else is narrowed down by halving
 * the batch until the one event that causes it stands alone and becomes a dead letter. So a handler must not have effects
 * outside the transaction. An event that comes before what it is to be applied to is {@linkplain HandlingOutcome#parked parked};
 * it is handed to the handler again by a sweep, unless {@link AwaitedEvents} has given it to somebody before. Batches of different partitions are handled at the same time; events of one key never are.
 */
public interface InboxHandler {

    InboxSubscription subscription();

    /**
     * Applies new events.
     *
     * @param events never empty, in partition order for each key, none seen before by this consumer group
     * @return one outcome for each event, at the same index
     */
    List<HandlingOutcome> handle(List<InboxEvent> events);
}
