package io.orderflow.testing.e2e.data;

import java.util.List;

/** A real invoice: who bought, and what. */
public record Invoice(String number, String customerId, List<InvoiceLine> lines) {

    public record InvoiceLine(String offerId, String description, int quantity, String unitPrice) {}
}
