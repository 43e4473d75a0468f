package io.orderflow.cli.show;

import io.orderflow.cli.records.SeenRecord;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What the topics tell of trouble.
 *
 * @param jeopardy orders that were reported as late
 * @param waivedInTasklist of the waived ones
 * @param cancelledBecause the reason of every cancelled order
 */
public record Sightings(
        long approvalsAsked,
        long approvalsGranted,
        long approvalsDeclined,
        long linesFailed,
        long linesRetried,
        long linesWaived,
        long waivedInTasklist,
        long jeopardy,
        long reversalsAsked,
        long reversed,
        Set<String> declinedOrders,
        Map<String, String> cancelledBecause) {

    static final Set<String> TYPES = Set.of(
            "OrderApprovalRequested",
            "ApprovalGranted",
            "ApprovalDeclined",
            "OrderLineFailed",
            "OrderLineRetryDecided",
            "OrderLineWaived",
            "OrderLineWaiverDecided",
            "OrderJeopardyRaised",
            "OrderLineReversalRequested",
            "OrderLineReversed",
            "OrderCancellationDecided",
            "OrderCancelled");

    static Sightings of(List<SeenRecord> records) {
        Map<String, Long> counts = new HashMap<>();
        Set<String> late = new HashSet<>();
        Set<String> declined = new HashSet<>();
        Map<String, String> reasons = new HashMap<>();
        for (SeenRecord each : records) {
            counts.merge(each.type(), 1L, Long::sum);
            switch (each.type()) {
                case "OrderJeopardyRaised" -> late.add(each.key());
                case "OrderCancelled" -> reasons.put(each.key(), each.text("reason"));
                case "OrderCancellationDecided" -> {
                    if (each.text("cause").equals("APPROVAL_DECLINED")) {
                        declined.add(each.key());
                    }
                }
                default -> {
                    // Counted, and that is all.
                }
            }
        }
        declined.retainAll(reasons.keySet());
        return new Sightings(
                counts.getOrDefault("OrderApprovalRequested", 0L),
                counts.getOrDefault("ApprovalGranted", 0L),
                counts.getOrDefault("ApprovalDeclined", 0L),
                counts.getOrDefault("OrderLineFailed", 0L),
                counts.getOrDefault("OrderLineRetryDecided", 0L),
                counts.getOrDefault("OrderLineWaived", 0L),
                counts.getOrDefault("OrderLineWaiverDecided", 0L),
                late.size(),
                counts.getOrDefault("OrderLineReversalRequested", 0L),
                counts.getOrDefault("OrderLineReversed", 0L),
                declined,
                reasons);
    }

    /** Why an order was cancelled; empty if it was not. */
    public Optional<String> cancelledBecause(String orderId) {
        return Optional.ofNullable(cancelledBecause.get(orderId));
    }

    /** Orders that customers took back while the provider was at work. */
    public long withdrawn() {
        return count(cancelledBecause.values(), Reasons.WITHDRAWN);
    }

    private static long count(Collection<String> all, String one) {
        return all.stream().filter(one::equals).count();
    }
}
