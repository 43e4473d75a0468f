package io.orderflow.fulfillmentmock.approvals;

import java.math.BigDecimal;

/** What an order costs, as decimal texts: an approval repeats what it was asked for to the letter. */
record Totals(String oneTimeTotal, String recurringTotal) {

    /** Whether one of the two amounts is greater. */
    boolean exceed(BigDecimal limit) {
        return new BigDecimal(oneTimeTotal).compareTo(limit) > 0 || new BigDecimal(recurringTotal).compareTo(limit) > 0;
    }
}
