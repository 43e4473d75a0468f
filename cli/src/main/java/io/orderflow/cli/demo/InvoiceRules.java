package io.orderflow.cli.demo;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What in a dirty file can become an order line. The same stock code twice in an invoice is two lines, not an error. */
final class InvoiceRules {

    private static final int MIN_SCALE = 2;
    private static final int MAX_SCALE = 6;

    private InvoiceRules() {}

    static List<RowVerdict> judge(Invoice invoice) {
        return invoice.rows().stream().map(InvoiceRules::judge).toList();
    }

    private static RowVerdict judge(InvoiceRow row) {
        List<String> reasons = new ArrayList<>();
        if (row.stockCode().isBlank()) {
            reasons.add("no stock code");
        }
        Optional<Integer> quantity = quantity(row);
        if (quantity.isEmpty()) {
            reasons.add("the quantity is not a whole number");
        } else if (quantity.get() < 1) {
            reasons.add("the quantity is below 1 outside of a cancellation");
        }
        Optional<BigDecimal> price = unitPrice(row);
        if (price.isEmpty()) {
            reasons.add("the unit price is not an amount");
        } else if (price.get().signum() <= 0) {
            reasons.add("the unit price is not above zero");
        }
        return new RowVerdict(row, reasons.isEmpty() ? null : String.join("; ", reasons));
    }

    static Optional<Integer> quantity(InvoiceRow row) {
        try {
            return Optional.of(Integer.valueOf(row.quantity()));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    /** With two decimals at least. */
    static Optional<BigDecimal> unitPrice(InvoiceRow row) {
        if (!row.unitPrice().matches("-?\\d{1,12}(\\.\\d{1,%d})?".formatted(MAX_SCALE))) {
            return Optional.empty();
        }
        BigDecimal amount = new BigDecimal(row.unitPrice());
        return Optional.of(amount.scale() < MIN_SCALE ? amount.setScale(MIN_SCALE) : amount);
    }
}
