package io.orderflow.orderservice.order;

import java.math.BigDecimal;
import java.util.List;

/** What the customer pays, in the order's currency. */
public record Totals(BigDecimal oneTimeTotal, BigDecimal recurringTotal) {

    public Totals {
        oneTimeTotal = Money.normalized(oneTimeTotal);
        recurringTotal = Money.normalized(recurringTotal);
    }

    /** Quantity times price over all lines; the lines of an order over HTTP carry one-time prices only. */
    public static Totals ofOneTime(List<DraftLine> lines) {
        BigDecimal sum = BigDecimal.ZERO;
        for (DraftLine line : lines) {
            sum = sum.add(line.unitPrice().multiply(BigDecimal.valueOf(line.quantity())));
        }
        return new Totals(sum, BigDecimal.ZERO);
    }
}
