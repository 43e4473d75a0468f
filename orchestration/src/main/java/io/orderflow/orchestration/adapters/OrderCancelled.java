package io.orderflow.orchestration.adapters;

import static java.util.stream.Collectors.toMap;

import io.orderflow.bpmn.OrderFulfillmentProcess.Variables;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Why the order was cancelled, and what must be taken back. */
record OrderCancelled(String reason, List<Line> lines) {

    /** @param attempt the one to be undone; older events do not name it, and then there was one */
    record Line(String orderLineId, boolean reversalRequired, @Nullable Integer attempt) {

        int attemptToUndo() {
            return attempt == null ? 1 : attempt;
        }
    }

    Map<String, Object> variables() {
        List<Line> toReverse = lines.stream().filter(Line::reversalRequired).toList();
        return Map.of(
                Variables.CANCELLATION_REASON,
                reason,
                Variables.REVERSAL_LINE_IDS,
                toReverse.stream().map(Line::orderLineId).toList(),
                Variables.REVERSAL_ATTEMPTS,
                toReverse.stream().collect(toMap(Line::orderLineId, Line::attemptToUndo)));
    }
}
