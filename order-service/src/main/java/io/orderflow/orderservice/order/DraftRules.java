package io.orderflow.orderservice.order;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** What makes a draft an order that can be fulfilled. Finds everything that is wrong, not only the first thing. */
public final class DraftRules {

    public static final int MAX_LINES = 10_000;
    public static final int MAX_DEPENDENCIES = 1_000;
    /** Keeps the total of the largest possible order within the 32 characters that contracts grant an amount. */
    public static final BigDecimal MAX_UNIT_PRICE = new BigDecimal("999999999.999999");

    private static final Set<String> CURRENCIES = Currency.getAvailableCurrencies().stream()
            .map(Currency::getCurrencyCode)
            .collect(Collectors.toUnmodifiableSet());

    private DraftRules() {}

    public static List<Defect> check(OrderDraft draft) {
        List<Defect> defects = new ArrayList<>(checkCount(draft.lines().size()));
        if (!isCurrency(draft.currency())) {
            defects.add(unknownCurrency());
        }
        if (draft.lines().size() > MAX_LINES) {
            return defects;
        }
        for (int i = 0; i < draft.lines().size(); i++) {
            DraftLine line = draft.lines().get(i);
            if (line.quantity() < 1) {
                defects.add(new Defect(
                        "out_of_range",
                        "Must be from 1 to %d.".formatted(Integer.MAX_VALUE),
                        "/lines/%d/quantity".formatted(i)));
            }
            defects.addAll(checkPrice(line.unitPrice(), "/lines/%d/unitPrice".formatted(i)));
        }
        defects.addAll(checkDependencies(draft.lines()));
        return defects;
    }

    /** Whether this is the code of a currency that is or was in use. */
    public static boolean isCurrency(String code) {
        return CURRENCIES.contains(code);
    }

    public static Defect unknownCurrency() {
        return new Defect("unknown_currency", "Must be the code of an ISO 4217 currency.", "/currency");
    }

    private static List<Defect> checkCount(int lines) {
        if (lines < 1) {
            return List.of(new Defect("too_few", "Must have at least one line.", "/lines"));
        }
        return lines > MAX_LINES
                ? List.of(new Defect("too_many", "Must have at most %d lines.".formatted(MAX_LINES), "/lines"))
                : List.of();
    }

    public static List<Defect> checkPrice(BigDecimal price, String field) {
        if (price.signum() < 0 || price.compareTo(MAX_UNIT_PRICE) > 0) {
            return List.of(new Defect(
                    "out_of_range", "Must be from 0 to %s.".formatted(MAX_UNIT_PRICE.toPlainString()), field));
        }
        return price.stripTrailingZeros().scale() > Money.MAX_SCALE
                ? List.of(new Defect(
                        "out_of_range", "Must have at most %d decimal places.".formatted(Money.MAX_SCALE), field))
                : List.of();
    }

    /** The rules that tie lines together: each named once, dependencies known and free of cycles. */
    public static List<Defect> checkDependencies(List<DraftLine> lines) {
        List<Defect> defects = new ArrayList<>();
        Map<String, Integer> firstSeen = new HashMap<>();
        for (int i = 0; i < lines.size(); i++) {
            Integer first = firstSeen.putIfAbsent(lines.get(i).quoteLineId(), i);
            if (first != null) {
                defects.add(new Defect(
                        "duplicate_line",
                        "The same quoteLineId as /lines/%d.".formatted(first),
                        "/lines/%d/quoteLineId".formatted(i)));
            }
        }
        defects.addAll(new DependencyCheck(lines, firstSeen).defects());
        return defects;
    }
}
