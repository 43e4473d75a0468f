package io.orderflow.testing.e2e;

import com.fasterxml.jackson.databind.JsonNode;
import io.orderflow.testing.e2e.stack.Stack;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.StreamSupport;

/**
 * How an order without trouble should have ended.
 *
 * @param lines how many it has
 */
record OrderEnd(Stack stack, String orderId, boolean cancelled, int lines) {

    static long count(JsonNode order, String lineStatus) {
        return StreamSupport.stream(order.path("lines").spliterator(), false)
                .filter(line -> line.path("status").asText().equals(lineStatus))
                .count();
    }

    /** Of a cancelled order the reversals come after its end. */
    String lastEvent() {
        if (!cancelled) {
            return "OrderCompleted";
        }
        return reversed() == 0 ? "OrderCancelled" : "OrderLineReversed";
    }

    /** A completed order's process ends each line and then itself; a cancelled one's each reversal and then itself. */
    List<String> endEvents() {
        List<String> ends = new ArrayList<>(
                cancelled
                        ? Collections.nCopies(reversed(), "EndEvent_LineReversed")
                        : Collections.nCopies(lines, "EndEvent_LineFulfilled"));
        ends.add(cancelled ? "EndEvent_OrderCancelled" : "EndEvent_OrderCompleted");
        return ends;
    }

    private int reversed() {
        return Math.toIntExact(count(stack.orders().order(orderId), "REVERSED"));
    }
}
