package io.orderflow.testing.e2e.data;

import io.orderflow.testing.e2e.data.Invoice.InvoiceLine;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;

/** The sixty invoices of {@code invoices.csv}; where they come from stands in the file beside it. */
public final class Invoices {

    private static final String FILE = "/invoices.csv";

    private Invoices() {}

    public static List<Invoice> all() {
        try (InputStream file = Objects.requireNonNull(Invoices.class.getResourceAsStream(FILE), FILE);
                Reader text = new InputStreamReader(file, StandardCharsets.UTF_8)) {
            Map<String, List<CSVRecord>> byNumber =
                    CSVFormat.DEFAULT.builder().setHeader().setSkipHeaderRecord(true).get().parse(text).stream()
                            .collect(Collectors.groupingBy(
                                    row -> row.get("InvoiceNo"), LinkedHashMap::new, Collectors.toList()));
            return byNumber.entrySet().stream()
                    .map(rows -> invoice(rows.getKey(), rows.getValue()))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Invoice invoice(String number, List<CSVRecord> rows) {
        return new Invoice(
                number,
                "cust_" + rows.get(0).get("CustomerID"),
                rows.stream().map(Invoices::line).toList());
    }

    private static InvoiceLine line(CSVRecord row) {
        String price = new BigDecimal(row.get("UnitPrice"))
                .setScale(2, RoundingMode.HALF_EVEN)
                .toPlainString();
        return new InvoiceLine(
                row.get("StockCode"), row.get("Description").strip(), Integer.parseInt(row.get("Quantity")), price);
    }
}
