package io.orderflow.cli.demo;

import io.orderflow.cli.demo.FedInvoice.Kind;
import io.orderflow.cli.show.Candidate;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The orders of the file that could be given a part in the demo. */
final class Candidates {

    private Candidates() {}

    /** @param run as it will be when the file is fed */
    static List<Candidate> in(Path file, int invoices, String run) {
        List<FedInvoice> all = new ArrayList<>();
        Set<String> numbers = new HashSet<>();
        try (CsvInvoices input = new CsvInvoices(file)) {
            while (input.hasNext() && all.size() < invoices) {
                Invoice next = input.next();
                all.add(new FedInvoice(next, run, !numbers.add(next.number())));
            }
        }
        Set<String> cancelling = all.stream()
                .filter(invoice -> invoice.kind() == Kind.CANCELLATION)
                .map(invoice -> invoice.invoice().customerId())
                .collect(Collectors.toSet());
        return all.stream()
                .filter(invoice -> invoice.kind() == Kind.ORDER)
                .map(invoice ->
                        candidate(invoice, cancelling.contains(invoice.invoice().customerId())))
                .toList();
    }

    private static Candidate candidate(FedInvoice invoice, boolean customerCancels) {
        List<InvoiceRow> rows = invoice.rows().stream()
                .filter(RowVerdict::isAccepted)
                .map(RowVerdict::row)
                .toList();
        return new Candidate(
                invoice.invoice().number(),
                invoice.quoteId(),
                customerCancels,
                rows.stream().map(Candidates::amount).reduce(BigDecimal.ZERO, BigDecimal::add),
                rows.stream().map(InvoiceRow::stockCode).toList());
    }

    private static BigDecimal amount(InvoiceRow row) {
        return InvoiceRules.unitPrice(row)
                .orElseThrow()
                .multiply(BigDecimal.valueOf(InvoiceRules.quantity(row).orElseThrow()));
    }
}
