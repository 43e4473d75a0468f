package io.orderflow.orchestration.adapters;

import java.math.BigDecimal;

/** Totals of an order as they stand in events. */
record Totals(BigDecimal oneTimeTotal, BigDecimal recurringTotal) {}
