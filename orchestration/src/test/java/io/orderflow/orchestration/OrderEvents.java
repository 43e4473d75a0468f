package io.orderflow.orchestration;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.github.f4b6a3.uuid.UuidCreator;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/** One order as the order service tells its life. Every method makes the next event; sending it is up to the test. */
final class OrderEvents {

    static final String TOPIC = "oms.order.events.v1";

    final String orderId;
    final String correlationId = "corr_" + UuidCreator.getTimeOrderedEpoch();
    final List<String> lines;

    private final String oneTimeTotal;
    private int version;

    /** A cheap one: nobody has to approve it. */
    OrderEvents(int lines) {
        this(lines, "2.55");
    }

    OrderEvents(int lines, String oneTimeTotal) {
        orderId = "ord_" + UuidCreator.getTimeOrderedEpoch().toString().replace("-", "");
        this.lines = IntStream.rangeClosed(1, lines)
                .mapToObj(number -> orderId + "-" + number)
                .toList();
        this.oneTimeTotal = oneTimeTotal;
    }

    Event captured() {
        ObjectNode payload = payload();
        payload.put("quoteId", "q_1")
                .put("customerId", "cust_1")
                .put("capturedAt", Event.AT)
                .put("currency", "GBP");
        totals(payload);
        ArrayNode summaries = payload.putArray("lineSummaries");
        for (String line : lines) {
            product(summaries.addObject().put("orderLineId", line).put("quoteLineId", "q_" + line))
                    .put("unitPrice", "2.55")
                    .putArray("dependsOn");
        }
        payload.put("commercialSnapshotHash", "sha256:" + "0".repeat(64));
        return event("OrderCaptured", payload);
    }

    Event validated() {
        return event("OrderValidated", payload().put("validatedAt", Event.AT).put("lineCount", lines.size()));
    }

    Event lineRequested(String line, int attempt) {
        ObjectNode payload = line(line)
                .put("requestedAt", Event.AT)
                .put("attempt", attempt)
                .put("idempotencyKey", line + ":" + attempt)
                .put("customerId", "cust_1");
        product(payload.putObject("line")).put("unitPrice", "2.55");
        return event("OrderLineFulfillmentRequested", payload);
    }

    Event lineCompleted(String line) {
        return event(
                "OrderLineFulfillmentCompleted",
                line(line).put("completedAt", Event.AT).put("attempt", 1).put("providerReference", "prov_1"));
    }

    Event lineFailed(String line, int attempt) {
        ObjectNode payload = line(line)
                .put("failedAt", Event.AT)
                .put("attempt", attempt)
                .put("errorCode", "out_of_stock")
                .put("reason", "Nothing left of " + line)
                .put("retryable", true);
        product(payload.putObject("line"));
        return event("OrderLineFailed", payload);
    }

    Event lineWaived(String line) {
        ObjectNode payload =
                line(line).put("waivedAt", Event.AT).put("waivedBy", "user_1").put("reason", "Not needed");
        product(payload.putObject("line"));
        return event("OrderLineWaived", payload);
    }

    Event lineReversed(String line) {
        return event(
                "OrderLineReversed",
                line(line).put("reversedAt", Event.AT).put("attempt", 1).put("providerReference", "prov_1"));
    }

    Event completed() {
        ObjectNode payload = payload().put("completedAt", Event.AT);
        totals(payload);
        ArrayNode all = payload.putArray("lines");
        lines.forEach(line -> all.addObject().put("orderLineId", line).put("outcome", "COMPLETED"));
        return event("OrderCompleted", payload);
    }

    /** Cancelled before anything was asked for. */
    Event cancelled() {
        return cancelled(Set.of());
    }

    /** Cancelled when some lines had been asked for, once each. */
    Event cancelled(Set<String> toReverse) {
        ObjectNode payload = payload()
                .put("cancelledAt", Event.AT)
                .put("cancelledBy", "user_1")
                .put("reason", "Ordered twice");
        ArrayNode all = payload.putArray("lines");
        for (String line : lines) {
            ObjectNode outcome = all.addObject()
                    .put("orderLineId", line)
                    .put("outcome", "CANCELLED")
                    .put("reversalRequired", toReverse.contains(line));
            if (toReverse.contains(line)) {
                outcome.put("attempt", 2);
            }
        }
        return event("OrderCancelled", payload);
    }

    /** What the approver wished. */
    Event cancellationRefused() {
        return event("OrderCancellationRefused", refusal());
    }

    /** What the operator wished who decided about a line. */
    Event cancellationRefused(String line) {
        return event("OrderCancellationRefused", refusal().put("orderLineId", line));
    }

    private ObjectNode refusal() {
        ObjectNode payload = payload()
                .put("refusedAt", Event.AT)
                .put("decidedBy", "user_1")
                .put("reason", "Too late")
                .put("refusalCode", "past_point_of_no_return");
        payload.putArray("lines").add(lines.get(0));
        return payload;
    }

    private ObjectNode payload() {
        return Event.object().put("orderId", orderId);
    }

    private ObjectNode line(String line) {
        return payload().put("orderLineId", line);
    }

    private static ObjectNode product(ObjectNode line) {
        return line.put("offerId", "85123A").put("action", "ADD").put("quantity", 6);
    }

    private void totals(ObjectNode payload) {
        payload.putObject("totals").put("oneTimeTotal", oneTimeTotal).put("recurringTotal", "0.00");
    }

    private Event event(String type, ObjectNode payload) {
        return Event.of(TOPIC, "order-service/Order", type, orderId, ++version, correlationId, payload);
    }
}
