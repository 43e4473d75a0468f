package io.orderflow.cli.demo;

/**
 * One row as it stands in the file; nothing in it has been judged.
 *
 * @param line where in the file, 1 is the header
 */
record InvoiceRow(
        long line,
        String invoiceNo,
        String stockCode,
        String description,
        String quantity,
        String unitPrice,
        String customerId) {}
