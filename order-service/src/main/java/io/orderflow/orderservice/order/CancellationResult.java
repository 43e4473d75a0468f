package io.orderflow.orderservice.order;

import java.util.List;

/** What came of the wish to cancel an order. */
public sealed interface CancellationResult {

    record Cancelled() implements CancellationResult {}

    /** It was cancelled before; the first cancellation stands. */
    record AlreadyCancelled() implements CancellationResult {}

    /** These lines have gone too far. */
    record PastPointOfNoReturn(List<String> orderLineIds) implements CancellationResult {

        public static final String CODE = "past_point_of_no_return";

        public PastPointOfNoReturn {
            orderLineIds = List.copyOf(orderLineIds);
        }
    }

    /** The order has moved since the asker looked. Nothing changed. */
    record VersionConflict(long currentVersion) implements CancellationResult {}

    /** The order has ended another way. */
    record NotCancellable(OrderStatus status) implements CancellationResult {}
}
