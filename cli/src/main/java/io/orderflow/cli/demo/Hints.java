package io.orderflow.cli.demo;

/** What to try next. */
final class Hints {

    static final String INPUT =
            "Next: ./orderflow demo (feeds the invoices that come with the project), or --input FILE"
                    + " with the columns " + String.join(",", CsvInvoices.COLUMNS);

    private Hints() {}
}
