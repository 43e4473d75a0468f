package io.orderflow.orderservice.contract;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.orderflow.orderservice.ProcessDecisions;
import io.orderflow.orderservice.ProviderAnswers;

/** The same orders where something goes wrong: lines that fail, and orders that are called off. */
final class FalloutScene {

    private final OrderScene order;

    FalloutScene(OrderScene order) {
        this.order = order;
    }

    /** @return the order's id, as all that follow */
    String lineFailed() {
        return order.then(order.requested(), id -> ProviderAnswers.failed(id, 1, 1), 6);
    }

    String lineWaived() {
        return order.then(lineFailed(), id -> ProcessDecisions.waiver(id, 1), 7);
    }

    /** The first line is delivered, so that the order cannot be cancelled because of the second one. */
    String cancellationRefused() {
        String failed = order.then(order.bothRequested(), id -> ProviderAnswers.failed(id, 2, 1), 9);
        return order.then(failed, id -> ProcessDecisions.cancellation(id, 2), 10);
    }

    String reversalRequested() {
        return order.then(order.cancelledAfterDelivery(), id -> ProcessDecisions.reversalReleased(id, 1, 1), 8);
    }

    String lineReversed() {
        return order.then(reversalRequested(), id -> ProviderAnswers.reversed(id, 1, 1), 9);
    }

    ObjectNode nextIsOrderLineRetryDecided() {
        return OrderScene.next(ProcessDecisions.retry(lineFailed(), 1, 2), 3);
    }

    ObjectNode nextIsOrderLineWaiverDecided() {
        return OrderScene.next(ProcessDecisions.waiver(lineFailed(), 1), 3);
    }

    ObjectNode nextIsOrderCancellationDecided() {
        return OrderScene.next(ProcessDecisions.cancellation(lineFailed(), 1), 3);
    }

    ObjectNode nextIsOrderLineReversalReleased() {
        return OrderScene.next(ProcessDecisions.reversalReleased(order.cancelledAfterDelivery(), 1, 1), 3);
    }

    ObjectNode nextIsFulfillmentFailed() {
        return OrderScene.next(ProviderAnswers.failed(order.requested(), 1, 1), 1);
    }

    ObjectNode nextIsFulfillmentReversed() {
        return OrderScene.next(ProviderAnswers.reversed(reversalRequested(), 1, 1), 2);
    }
}
