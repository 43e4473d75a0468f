package io.orderflow.orderservice.order.usecase;

import java.util.List;
import java.util.UUID;

/** Tells the world what happened to orders, if the transaction commits. */
@FunctionalInterface
public interface OrderFacts {

    /** Publishes one fact per change, in this order; ids of the events at the same index. */
    List<UUID> publish(List<Change> changes);
}
