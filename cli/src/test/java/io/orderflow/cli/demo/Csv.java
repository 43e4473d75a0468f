package io.orderflow.cli.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Invoices for tests. */
final class Csv {

    static final String HEADER = "InvoiceNo,StockCode,Description,Quantity,UnitPrice,CustomerID,Country\n";

    /** The file that comes with the project. */
    static final Path REAL = Path.of("..", "deploy", "local", "demo", "online-retail", "invoices.csv");

    private Csv() {}

    static Path file(Path directory, String content) throws IOException {
        return Files.writeString(directory.resolve("invoices.csv"), content);
    }

    static List<Invoice> read(Path file) {
        List<Invoice> invoices = new ArrayList<>();
        try (CsvInvoices csv = new CsvInvoices(file)) {
            csv.forEachRemaining(invoices::add);
        }
        return invoices;
    }

    static InvoiceRow row(String stockCode, String quantity, String unitPrice) {
        return new InvoiceRow(2, "536365", stockCode, "LANTERN", quantity, unitPrice, "17850");
    }

    static Invoice invoice(String number, String customer, String... stockCodes) {
        List<InvoiceRow> rows = new ArrayList<>();
        for (String stockCode : stockCodes) {
            rows.add(new InvoiceRow(2, number, stockCode, "", number.startsWith("C") ? "-1" : "1", "1.5", customer));
        }
        return new Invoice(number, rows);
    }
}
