package io.orderflow.orderservice.order;

import java.util.List;

/** What came of the wish to cancel an order. */
public sealed interface CancellationResult {

    record Cancelled() implements CancellationResult {}

    /** It was cancelled before; the first cancellation stands. */
    record AlreadyCancelled() implements CancellationResult {}

    /** These lines have gone too far. */
    record PastPointOfNoReturn(List<String> orderLineIds) implements CancellationResult {

        public PastPointOfNoReturn {
            orderLineIds = List.copyOf(orderLineIds);
        }
    }

    /** The order has ended another way. */
    record NotCancellable(OrderStatus status) implements CancellationResult {}
}
