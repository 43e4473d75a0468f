package io.orderflow.cli.demo;

import io.orderflow.cli.stack.Refusal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Objects;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/** One line per row of the input, in the order of the file. */
final class Report {

    private static final CSVFormat FORMAT = CSVFormat.RFC4180
            .builder()
            .setHeader(
                    "Line",
                    "InvoiceNo",
                    "StockCode",
                    "Quantity",
                    "UnitPrice",
                    "CustomerID",
                    "Verdict",
                    "Reason",
                    "OrderId",
                    "OrderStatus")
            .setRecordSeparator('\n')
            .get();

    private Report() {}

    static void write(Path file, Collection<FedInvoice> fed) {
        try {
            Files.createDirectories(Objects.requireNonNull(file.getParent()));
            try (CSVPrinter csv = new CSVPrinter(Files.newBufferedWriter(file), FORMAT)) {
                for (FedInvoice invoice : fed) {
                    for (ReportRow row : ReportRow.of(invoice).toList()) {
                        print(csv, row);
                    }
                }
            }
        } catch (IOException e) {
            throw new Refusal("cannot write the report " + file + ": " + e.getMessage());
        }
    }

    private static void print(CSVPrinter csv, ReportRow line) throws IOException {
        InvoiceRow row = line.row();
        csv.printRecord(
                row.line(),
                row.invoiceNo(),
                row.stockCode(),
                row.quantity(),
                row.unitPrice(),
                row.customerId(),
                line.isAccepted() ? "accepted" : "rejected",
                line.reason(),
                line.orderId(),
                line.orderStatus());
    }
}
