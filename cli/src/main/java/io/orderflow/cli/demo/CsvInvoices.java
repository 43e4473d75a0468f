package io.orderflow.cli.demo;

import io.orderflow.cli.stack.Refusal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import org.apache.commons.csv.CSVException;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/** Invoices from a CSV file, one at a time: consecutive rows with the same number are one invoice. */
final class CsvInvoices implements Iterator<Invoice>, AutoCloseable {

    static final List<String> COLUMNS =
            List.of("InvoiceNo", "StockCode", "Description", "Quantity", "UnitPrice", "CustomerID");

    private static final CSVFormat FORMAT = CSVFormat.RFC4180
            .builder()
            .setHeader()
            .setSkipHeaderRecord(true)
            .setIgnoreEmptyLines(true)
            .setTrim(true)
            .get();

    private final Path file;
    private final CSVParser parser;
    private final Iterator<CSVRecord> records;
    private @Nullable InvoiceRow next;

    /** @throws Refusal if the file cannot be read or lacks a column */
    CsvInvoices(Path file) {
        this.file = file;
        this.parser = open(file);
        this.records = parser.iterator();
        try {
            requireColumns();
            this.next = read();
        } catch (Refusal refusal) {
            close();
            throw refusal;
        }
    }

    /**
     * Reads the whole file once, so that a broken line is found before the first order and not after the hundredth.
     *
     * @return how many invoices it holds
     * @throws Refusal if the file is broken or empty
     */
    static int check(Path file) {
        int invoices = 0;
        try (CsvInvoices all = new CsvInvoices(file)) {
            while (all.hasNext()) {
                all.next();
                invoices++;
            }
        }
        if (invoices == 0) {
            throw new Refusal(file + " holds no invoice below its header. " + Hints.INPUT);
        }
        return invoices;
    }

    @Override
    public boolean hasNext() {
        return next != null;
    }

    @Override
    public Invoice next() {
        InvoiceRow row = next;
        if (row == null) {
            throw new NoSuchElementException();
        }
        String number = row.invoiceNo();
        List<InvoiceRow> rows = new ArrayList<>();
        while (row != null && row.invoiceNo().equals(number)) {
            rows.add(row);
            row = read();
        }
        next = row;
        return new Invoice(number, List.copyOf(rows));
    }

    @Override
    public void close() {
        try {
            parser.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static CSVParser open(Path file) {
        if (Files.isDirectory(file)) {
            throw new Refusal(file + " is a directory. " + Hints.INPUT);
        }
        try {
            return CSVParser.parse(Files.newBufferedReader(file), FORMAT);
        } catch (NoSuchFileException e) {
            throw new Refusal("there is no file " + file + ". " + Hints.INPUT);
        } catch (IOException e) {
            throw unreadable(file, e);
        } catch (IllegalArgumentException badHeader) {
            throw new Refusal("%s has no usable header: %s. %s".formatted(file, badHeader.getMessage(), Hints.INPUT));
        }
    }

    private void requireColumns() {
        List<String> found = parser.getHeaderNames();
        if (found.isEmpty()) {
            throw new Refusal(file + " is empty. " + Hints.INPUT);
        }
        List<String> missing =
                COLUMNS.stream().filter(column -> !found.contains(column)).toList();
        if (!missing.isEmpty()) {
            throw new Refusal("%s lacks the column %s; its first line has %s. %s"
                    .formatted(file, String.join(", ", missing), String.join(", ", found), Hints.INPUT));
        }
    }

    private @Nullable InvoiceRow read() {
        try {
            return records.hasNext() ? row(records.next()) : null;
        } catch (UncheckedIOException e) {
            throw unreadable(file, e.getCause());
        } catch (IllegalStateException brokenQuotes) {
            throw unreadable(file, brokenQuotes);
        }
    }

    private InvoiceRow row(CSVRecord record) {
        long line = parser.getCurrentLineNumber();
        if (!record.isConsistent()) {
            throw new Refusal("%s, line %d: %d columns where the first line has %d"
                    .formatted(
                            file, line, record.size(), parser.getHeaderNames().size()));
        }
        if (record.get("InvoiceNo").isEmpty()) {
            throw new Refusal("%s, line %d: no invoice number".formatted(file, line));
        }
        return new InvoiceRow(
                line,
                record.get("InvoiceNo"),
                record.get("StockCode"),
                record.get("Description"),
                record.get("Quantity"),
                record.get("UnitPrice"),
                record.get("CustomerID"));
    }

    private static Refusal unreadable(Path file, @Nullable Throwable cause) {
        String why = cause instanceof CharacterCodingException
                ? "it is not UTF-8 text"
                : cause instanceof CSVException || cause instanceof IllegalStateException
                        ? "it is not CSV: " + cause.getMessage()
                        : String.valueOf(cause);
        return new Refusal("cannot read %s: %s. %s".formatted(file, why, Hints.INPUT));
    }
}
