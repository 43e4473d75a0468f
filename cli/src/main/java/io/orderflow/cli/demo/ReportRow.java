package io.orderflow.cli.demo;

import io.orderflow.cli.demo.FedInvoice.Kind;
import io.orderflow.cli.demo.FedInvoice.OrderFate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What has become of one row.
 *
 * @param reason why it was rejected; null if it was accepted
 */
record ReportRow(InvoiceRow row, @Nullable String reason, String orderId, String orderStatus) {

    static Stream<ReportRow> of(FedInvoice invoice) {
        return invoice.rows().stream().map(verdict -> of(invoice, verdict));
    }

    boolean isAccepted() {
        return reason == null;
    }

    private static ReportRow of(FedInvoice invoice, RowVerdict verdict) {
        String status = invoice.fate().map(OrderFate::status).orElse("");
        return new ReportRow(
                verdict.row(), reason(invoice, verdict), invoice.orderId().orElse(""), status);
    }

    private static @Nullable String reason(FedInvoice invoice, RowVerdict verdict) {
        String ofInvoice = invoice.refusal().orElse(null);
        if (invoice.kind() == Kind.CANCELLATION || (ofInvoice != null && verdict.isAccepted())) {
            return ofInvoice;
        }
        if (invoice.kind() == Kind.ORDER && verdict.isAccepted()) {
            return invoice.fate()
                    .map(fate -> fate.isRejected() ? "the order service rejected the order" : null)
                    .orElse(invoice.fate().isEmpty() ? "the order never arrived" : null);
        }
        return verdict.refusal();
    }
}
