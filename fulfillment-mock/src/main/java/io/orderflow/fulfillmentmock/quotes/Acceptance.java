package io.orderflow.fulfillmentmock.quotes;

import io.orderflow.httpapi.json.JsonFields;
import java.math.BigDecimal;
import java.util.List;
import java.util.regex.Pattern;

/** What a caller says when a customer accepts a quote. */
record Acceptance(String customerId, String acceptedBy, String currency, List<QuoteLine> lines) {

    private static final Pattern CURRENCY = Pattern.compile("[A-Z]{3}");
    private static final int MAX_LINES = 10_000;

    static Acceptance from(JsonFields fields) {
        return new Acceptance(
                fields.identifier("customerId"),
                fields.identifier("acceptedBy"),
                fields.matching("currency", CURRENCY, "Must be an ISO 4217 code such as \"GBP\"."),
                fields.objects("lines", 1, MAX_LINES, QuoteLine::from));
    }

    /** Prices are paid once; this quote system sells nothing by subscription. */
    Totals totals() {
        BigDecimal sum = lines.stream().map(QuoteLine::total).reduce(BigDecimal.ZERO, BigDecimal::add);
        return new Totals(Money.normalized(sum), Money.normalized(BigDecimal.ZERO));
    }

    record Totals(BigDecimal oneTimeTotal, BigDecimal recurringTotal) {}
}
