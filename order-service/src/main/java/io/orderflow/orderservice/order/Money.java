package io.orderflow.orderservice.order;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** How amounts are written: at least the two places that every contract shows, never more than six. */
public final class Money {

    public static final int MAX_SCALE = 6;
    private static final int MIN_SCALE = 2;

    private Money() {}

    /** The same amount with two to six places; equal amounts become equal objects. */
    public static BigDecimal normalized(BigDecimal amount) {
        BigDecimal stripped = amount.stripTrailingZeros();
        return stripped.setScale(Math.max(MIN_SCALE, stripped.scale()), RoundingMode.UNNECESSARY);
    }
}
