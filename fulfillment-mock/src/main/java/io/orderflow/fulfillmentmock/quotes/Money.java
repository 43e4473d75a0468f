package io.orderflow.fulfillmentmock.quotes;

import java.math.BigDecimal;

/** Amounts in the one form in which they are compared and published. */
final class Money {

    private static final int DECIMALS = 2;

    private Money() {}

    /** Without needless zeros, but with at least two decimals. */
    static BigDecimal normalized(BigDecimal amount) {
        BigDecimal stripped = amount.stripTrailingZeros();
        return stripped.scale() < DECIMALS ? stripped.setScale(DECIMALS) : stripped;
    }
}
