package io.orderflow.orderservice.projection.messaging;

import io.orderflow.orderservice.projection.Change;
import io.orderflow.orderservice.projection.LineState;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** @param attempt null if the line was never requested */
record OrderLineWaived(@Nullable Integer attempt) {

    Change change() {
        return Change.lineMoves(
                attempt == null
                        ? List.of(LineState.RELEASED, LineState.PENDING)
                        : List.of(LineState.FAILED, LineState.REQUESTED),
                LineState.WAIVED);
    }
}
