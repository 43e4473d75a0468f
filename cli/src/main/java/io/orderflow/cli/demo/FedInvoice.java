package io.orderflow.cli.demo;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** An invoice on its way, and what has become of it. Written by the threads that feed it, read at the end. */
final class FedInvoice {

    /** What an invoice asks for. */
    enum Kind {
        ORDER,
        CANCELLATION,
        /** Nothing in it can be ordered; it never leaves the command line. */
        NOTHING
    }

    private final Invoice invoice;
    private final Kind kind;
    private final List<RowVerdict> rows;
    private final String quoteId;
    private volatile @Nullable String orderId;
    private volatile @Nullable String refusal;
    private volatile @Nullable OrderFate fate;

    FedInvoice(Invoice invoice, String run, boolean seenBefore) {
        this.invoice = invoice;
        this.rows = InvoiceRules.judge(invoice);
        this.quoteId = "q-" + run + "-" + invoice.number();
        if (seenBefore) {
            kind = Kind.NOTHING;
            refusal = "the invoice number was used before in the file";
        } else if (invoice.isCancellation()) {
            kind = Kind.CANCELLATION;
        } else if (rows.stream().anyMatch(RowVerdict::isAccepted)) {
            kind = Kind.ORDER;
        } else {
            kind = Kind.NOTHING;
        }
    }

    Invoice invoice() {
        return invoice;
    }

    Kind kind() {
        return kind;
    }

    /** Judged as order lines; says nothing about a cancellation, whose rows stand or fall together. */
    List<RowVerdict> rows() {
        return rows;
    }

    String quoteId() {
        return quoteId;
    }

    boolean holdsOneOf(Set<String> stockCodes) {
        return rows.stream()
                .filter(RowVerdict::isAccepted)
                .map(verdict -> verdict.row().stockCode())
                .collect(Collectors.toSet())
                .stream()
                .anyMatch(stockCodes::contains);
    }

    /** The order that was captured from it, or that it cancels. */
    void belongsTo(String id) {
        orderId = id;
    }

    Optional<String> orderId() {
        return Optional.ofNullable(orderId);
    }

    /** Why it led to nothing. */
    void refuse(String why) {
        refusal = why;
    }

    Optional<String> refusal() {
        return Optional.ofNullable(refusal);
    }

    void end(OrderFate seen) {
        orderId = seen.orderId();
        fate = seen;
    }

    /** What the order service says about the order that was captured from it. */
    Optional<OrderFate> fate() {
        return Optional.ofNullable(fate);
    }

    /**
     * An order as the order service knows it.
     *
     * @param completedLines of all its lines
     */
    record OrderFate(
            String orderId,
            String status,
            Instant capturedAt,
            @Nullable Instant completedAt,
            long lines,
            long completedLines) {

        boolean isRejected() {
            return status.equals("REJECTED");
        }

        boolean isCompleted() {
            return status.equals("COMPLETED");
        }

        boolean isCancelled() {
            return status.equals("CANCELLED");
        }

        boolean isOpen() {
            return !isRejected() && !isCompleted() && !isCancelled();
        }
    }
}
