package io.orderflow.cli.show;

/** By what an order's cancellation is known again. */
public final class Reasons {

    static final String WITHDRAWN = "the customer changed their mind";

    private Reasons() {}

    /** @param invoice the number of the cancelling invoice */
    public static String invoice(String invoice) {
        return "invoice " + invoice;
    }
}
