package io.orderflow.cli.demo;

import io.orderflow.cli.demo.FedInvoice.OrderFate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The account of the lines of all captured orders: each is in exactly one place.
 *
 * @param cancelled with their order, and nothing had to be taken back
 * @param open in any state that is not an end
 */
record LineTotals(long captured, long completed, long waived, long cancelled, long reversed, long open) {

    /**
     * Asks for the lines of those orders only that are not simply completed.
     *
     * @throws io.orderflow.cli.stack.Refusal if the order service does not tell
     */
    static LineTotals of(Collection<FedInvoice> fed, OrderApi api) throws InterruptedException {
        List<OrderFate> orders = fed.stream()
                .flatMap(invoice -> invoice.fate().stream())
                .filter(fate -> !fate.isRejected())
                .toList();
        Map<String, Long> counts = new HashMap<>();
        for (OrderFate order : orders) {
            if (order.isCompleted() && order.completedLines() == order.lines()) {
                counts.merge("COMPLETED", order.lines(), Long::sum);
            } else {
                api.lineStatuses(order.orderId()).forEach(status -> counts.merge(status, 1L, Long::sum));
            }
        }
        return of(orders.stream().mapToLong(OrderFate::lines).sum(), counts);
    }

    static LineTotals of(long captured, Map<String, Long> counts) {
        long completed = counts.getOrDefault("COMPLETED", 0L);
        long waived = counts.getOrDefault("WAIVED", 0L);
        long cancelled = counts.getOrDefault("CANCELLED", 0L);
        long reversed = counts.getOrDefault("REVERSED", 0L);
        long all = counts.values().stream().mapToLong(Long::longValue).sum();
        return new LineTotals(
                captured, completed, waived, cancelled, reversed, all - completed - waived - cancelled - reversed);
    }

    /** What does not add up; empty if all is well. */
    List<String> problems() {
        if (captured != completed + waived + cancelled + reversed || open != 0) {
            return List.of("%d lines captured, but %d completed + %d waived + %d cancelled + %d reversed, %d open"
                    .formatted(captured, completed, waived, cancelled, reversed, open));
        }
        return List.of();
    }
}
