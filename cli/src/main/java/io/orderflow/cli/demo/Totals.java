package io.orderflow.cli.demo;

import io.orderflow.cli.demo.FedInvoice.Kind;
import io.orderflow.cli.demo.FedInvoice.OrderFate;
import io.orderflow.cli.show.Sightings;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Predicate;

/**
 * The account of a run: every invoice and every row is in exactly one place.
 *
 * @param captured what the order service has as an order that it did not reject
 * @param nothingToCancel cancellations, all three
 * @param withdrawn orders that their customers took back while the provider was at work
 * @param declined orders that approvers declined
 */
record Totals(
        long read,
        long captured,
        long rejected,
        long cancellations,
        long completed,
        long cancelled,
        long open,
        long cancellationsApplied,
        long nothingToCancel,
        long tooLateToCancel,
        long withdrawn,
        long declined,
        long rows,
        long rowsAccepted,
        long rowsRejected) {

    static Totals of(Collection<FedInvoice> fed, Sightings seen) {
        List<OrderFate> orders = fed.stream()
                .flatMap(invoice -> invoice.fate().stream())
                .filter(fate -> !fate.isRejected())
                .toList();
        List<FedInvoice> cancellations = fed.stream()
                .filter(invoice -> invoice.kind() == Kind.CANCELLATION)
                .toList();
        List<ReportRow> rows = fed.stream().flatMap(ReportRow::of).toList();
        return new Totals(
                fed.size(),
                orders.size(),
                fed.stream().filter(Totals::isRejected).count(),
                cancellations.size(),
                count(orders, OrderFate::isCompleted),
                count(orders, OrderFate::isCancelled),
                count(orders, OrderFate::isOpen),
                count(cancellations, invoice -> invoice.refusal().isEmpty()),
                count(cancellations, refusedWith(Cancellations.NOTHING_TO_CANCEL)),
                count(cancellations, refusedWith(Cancellations.TOO_LATE)),
                seen.withdrawn(),
                seen.declinedOrders().size(),
                fed.stream()
                        .mapToLong(invoice -> invoice.invoice().rows().size())
                        .sum(),
                count(rows, ReportRow::isAccepted),
                count(rows, row -> !row.isAccepted()));
    }

    /** What does not add up; empty if all is well. */
    List<String> problems() {
        List<String> problems = new ArrayList<>();
        if (read != captured + rejected + cancellations) {
            problems.add("%d invoices read, but %d captured + %d rejected + %d cancellations"
                    .formatted(read, captured, rejected, cancellations));
        }
        if (captured != completed + cancelled + open) {
            problems.add("%d orders captured, but %d completed + %d cancelled + %d open"
                    .formatted(captured, completed, cancelled, open));
        }
        if (open != 0) {
            problems.add("%d orders are still open".formatted(open));
        }
        if (rows != rowsAccepted + rowsRejected) {
            problems.add("%d rows read, but %d accepted + %d rejected".formatted(rows, rowsAccepted, rowsRejected));
        }
        if (cancelled != cancellationsApplied + withdrawn + declined) {
            problems.add("%d orders cancelled, but %d cancellations applied + %d withdrawn + %d declined"
                    .formatted(cancelled, cancellationsApplied, withdrawn, declined));
        }
        return problems;
    }

    private static boolean isRejected(FedInvoice invoice) {
        return switch (invoice.kind()) {
            case NOTHING -> true;
            case CANCELLATION -> false;
            case ORDER ->
                invoice.fate()
                        .map(OrderFate::isRejected)
                        .orElse(invoice.refusal().isPresent());
        };
    }

    private static Predicate<FedInvoice> refusedWith(String reason) {
        return invoice -> invoice.refusal().filter(reason::equals).isPresent();
    }

    private static <T> long count(Collection<T> all, Predicate<T> which) {
        return all.stream().filter(which).count();
    }
}
