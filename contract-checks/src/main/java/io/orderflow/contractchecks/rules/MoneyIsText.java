package io.orderflow.contractchecks.rules;

import io.orderflow.contractchecks.catalogue.Field;
import java.util.Set;
import java.util.stream.Stream;

/** Amounts of money are decimal text: binary fractions round them, and no two languages alike. */
final class MoneyIsText implements FieldRule {

    private static final Set<String> MONEY = Set.of(
            "price", "amount", "total", "subtotal", "cost", "fee", "charge", "discount", "balance", "money", "sum");

    @Override
    public String code() {
        return "money_as_number";
    }

    @Override
    public Stream<Finding> check(Field field, String file) {
        String last = Words.last(field.name());
        boolean named = MONEY.contains(last) || MONEY.contains(Words.singular(last));
        boolean fraction = field.schema().types().contains("number") && Words.contain(field.pointer(), MONEY);
        boolean plainText = named
                && field.schema().types().contains("string")
                && field.schema().first("pattern").isMissingNode();
        if (fraction || plainText || (named && field.schema().types().contains("integer"))) {
            return Stream.of(finding(
                    file,
                    field.pointer(),
                    fraction || !plainText ? "is a number that may be rounded" : "is text that need not be an amount",
                    "Use schema://platform/envelope/1#/$defs/money"));
        }
        return Stream.empty();
    }
}
