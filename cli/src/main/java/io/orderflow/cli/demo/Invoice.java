package io.orderflow.cli.demo;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The rows of one invoice number, in the order of the file. */
record Invoice(String number, List<InvoiceRow> rows) {

    boolean isCancellation() {
        return number.startsWith("C");
    }

    /** Rows without a customer are guests'. Nothing tells one guest from another, so each is a customer of its own. */
    String customerId() {
        String customer = rows.get(0).customerId();
        return customer.isBlank() ? "guest-" + number : customer;
    }

    /** Half of the invoices take the way over HTTP, half that over Kafka. */
    boolean isOdd() {
        return (number.charAt(number.length() - 1) & 1) == 1;
    }

    Set<String> stockCodes() {
        return rows.stream().map(InvoiceRow::stockCode).collect(Collectors.toSet());
    }
}
