package io.orderflow.cli.demo;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** An invoice as the two ways of capture want it; the one over Kafka names who accepted, the other one the quote. */
final class QuoteBody {

    private static final ObjectMapper JSON = new ObjectMapper();

    private QuoteBody() {}

    static ObjectNode order(FedInvoice invoice) {
        ObjectNode body = JSON.createObjectNode().put("quoteId", invoice.quoteId());
        return common(invoice, body);
    }

    static ObjectNode acceptance(FedInvoice invoice) {
        ObjectNode body = JSON.createObjectNode().put("acceptedBy", "demo");
        return common(invoice, body);
    }

    private static ObjectNode common(FedInvoice invoice, ObjectNode body) {
        body.put("customerId", invoice.invoice().customerId()).put("currency", "GBP");
        ArrayNode lines = body.putArray("lines");
        for (RowVerdict verdict : invoice.rows()) {
            if (verdict.isAccepted()) {
                line(verdict.row(), lines.addObject(), lines.size());
            }
        }
        return body;
    }

    private static void line(InvoiceRow row, ObjectNode line, int number) {
        line.put("quoteLineId", Integer.toString(number))
                .put("offerId", row.stockCode())
                .put("action", "ADD")
                .put("quantity", InvoiceRules.quantity(row).orElseThrow())
                .put("unitPrice", InvoiceRules.unitPrice(row).orElseThrow().toPlainString());
        if (!row.description().isBlank()) {
            line.put("description", row.description());
        }
    }
}
