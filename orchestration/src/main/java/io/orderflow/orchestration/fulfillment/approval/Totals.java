package io.orderflow.orchestration.fulfillment.approval;

import java.math.BigDecimal;

/** What an order costs once and what it costs each period, in one currency. */
record Totals(BigDecimal oneTimeTotal, BigDecimal recurringTotal) {

    /** Whether an approval of these totals is enough for an order of the others. */
    boolean cover(Totals others) {
        return oneTimeTotal.compareTo(others.oneTimeTotal) >= 0 && recurringTotal.compareTo(others.recurringTotal) >= 0;
    }
}
