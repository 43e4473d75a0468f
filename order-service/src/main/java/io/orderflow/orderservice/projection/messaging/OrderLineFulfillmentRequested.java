package io.orderflow.orderservice.projection.messaging;

import io.orderflow.orderservice.projection.Change;
import io.orderflow.orderservice.projection.LineState;

/** @param attempt the first follows on the release, a later one on a failure */
record OrderLineFulfillmentRequested(int attempt) {

    Change change() {
        return Change.lineMoves(attempt > 1 ? LineState.FAILED : LineState.RELEASED, LineState.REQUESTED);
    }
}
