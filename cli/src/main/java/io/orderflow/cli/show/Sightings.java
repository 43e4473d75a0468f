package io.orderflow.cli.show;

import io.orderflow.cli.records.SeenRecord;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.StreamSupport;

/**
 * What the topics tell of trouble.
 *
 * @param jeopardy orders that were reported as late
 * @param waivedInTasklist of the waived ones
 * @param reversalsOwed lines of cancelled orders that a provider has to take back
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
        long reversalsOwed,
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
            "OrderLineReversed",
            "OrderCancellationDecided",
            "OrderCancelled");

    static Sightings of(List<SeenRecord> records) {
        Map<String, Long> counts = new HashMap<>();
        Set<String> late = new HashSet<>();
        Set<String> declined = new HashSet<>();
        Map<String, String> reasons = new HashMap<>();
        long owed = 0;
        for (SeenRecord each : records) {
            counts.merge(each.type(), 1L, Long::sum);
            switch (each.type()) {
                case "OrderJeopardyRaised" -> late.add(each.key());
                case "OrderCancelled" -> {
                    reasons.put(each.key(), each.text("reason"));
                    owed += owed(each);
                }
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
                owed,
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

    private static long owed(SeenRecord cancelled) {
        return StreamSupport.stream(cancelled.payload().path("lines").spliterator(), false)
                .filter(line -> line.path("reversalRequired").asBoolean())
                .count();
    }

    private static long count(Collection<String> all, String one) {
        return all.stream().filter(one::equals).count();
    }
}
