package io.orderflow.orderservice.order;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What makes a draft an order that can be fulfilled. Finds everything that is wrong, not only the first thing. */
public final class DraftRules {

    public static final int MAX_LINES = 10_000;
    public static final int MAX_DEPENDENCIES = 1_000;
    /** Keeps the total of the largest possible order within the 32 characters that contracts grant an amount. */
    public static final BigDecimal MAX_UNIT_PRICE = new BigDecimal("999999999.999999");

    private DraftRules() {}

    public static List<Defect> check(OrderDraft draft) {
        List<Defect> defects = new ArrayList<>();
        if (!isCurrency(draft.currency())) {
            defects.add(new Defect("unknown_currency", "Not an ISO 4217 currency.", "/currency"));
        }
        if (draft.lines().isEmpty()) {
            defects.add(new Defect("too_few", "An order needs at least one line.", "/lines"));
        }
        if (draft.lines().size() > MAX_LINES) {
            defects.add(tooManyLines(draft.lines().size()));
            return defects;
        }
        for (int i = 0; i < draft.lines().size(); i++) {
            checkNumbers(draft.lines().get(i), "/lines/" + i, defects);
        }
        defects.addAll(checkDependencies(draft.lines().stream()
                .map(line -> new DependencyCheck.Node(line.quoteLineId(), line.dependsOn()))
                .toList()));
        return defects;
    }

    /** Whether this is a currency that is or was in use. */
    public static boolean isCurrency(String code) {
        return Currency.getAvailableCurrencies().stream()
                .anyMatch(currency -> currency.getCurrencyCode().equals(code));
    }

    public static Defect tooManyLines(int count) {
        return new Defect("too_many", "%d lines; at most %d are accepted.".formatted(count, MAX_LINES), "/lines");
    }

    /** The rules that tie lines together: each named once, dependencies known and free of cycles. */
    public static List<Defect> checkDependencies(List<DependencyCheck.Node> nodes) {
        List<Defect> defects = new ArrayList<>();
        Map<String, Integer> firstSeen = new HashMap<>();
        for (int i = 0; i < nodes.size(); i++) {
            Integer first = firstSeen.putIfAbsent(nodes.get(i).quoteLineId(), i);
            if (first != null) {
                defects.add(new Defect(
                        "duplicate_line",
                        "The same quoteLineId as /lines/%d.".formatted(first),
                        "/lines/%d/quoteLineId".formatted(i)));
            }
        }
        defects.addAll(new DependencyCheck(nodes, firstSeen).defects());
        return defects;
    }

    private static void checkNumbers(DraftLine line, String at, List<Defect> defects) {
        if (line.quantity() < 1) {
            defects.add(new Defect(
                    "out_of_range",
                    "The quantity must be from 1 to %d.".formatted(Integer.MAX_VALUE),
                    at + "/quantity"));
        }
        BigDecimal price = line.unitPrice();
        if (price.signum() < 0 || price.compareTo(MAX_UNIT_PRICE) > 0) {
            defects.add(new Defect(
                    "out_of_range",
                    "The price must be from 0 to %s.".formatted(MAX_UNIT_PRICE.toPlainString()),
                    at + "/unitPrice"));
        } else if (price.stripTrailingZeros().scale() > Money.MAX_SCALE) {
            defects.add(new Defect(
                    "out_of_range", "At most %d decimal places.".formatted(Money.MAX_SCALE), at + "/unitPrice"));
        }
    }
}
