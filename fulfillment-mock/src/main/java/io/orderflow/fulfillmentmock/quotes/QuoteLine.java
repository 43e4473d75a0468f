package io.orderflow.fulfillmentmock.quotes;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.orderflow.httpapi.json.JsonFields;
import java.math.BigDecimal;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** One line of a quote. Whether lines make sense together is for the order service to say. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record QuoteLine(
        String quoteLineId,
        String offerId,
        LineAction action,
        int quantity,
        BigDecimal unitPrice,
        @Nullable String description,
        List<String> dependsOn) {

    /** As in the contract of the event. */
    private static final Pattern PRICE = Pattern.compile("-?[0-9]{1,13}\\.[0-9]{2,6}");

    private static final int MAX_DEPENDENCIES = 1000;

    static QuoteLine from(JsonFields fields) {
        return new QuoteLine(
                fields.identifier("quoteLineId"),
                fields.identifier("offerId"),
                fields.oneOf("action", LineAction.class),
                fields.integer("quantity", 1, Integer.MAX_VALUE),
                price(fields),
                fields.optionalText("description"),
                fields.optionalIdentifiers("dependsOn", MAX_DEPENDENCIES));
    }

    private static BigDecimal price(JsonFields fields) {
        String price = fields.matching(
                "unitPrice", PRICE, "Must be a decimal string with 2 to 6 decimal places such as \"12.50\".");
        return price.isEmpty() ? BigDecimal.ZERO : new BigDecimal(price);
    }

    BigDecimal total() {
        return unitPrice.multiply(BigDecimal.valueOf(quantity));
    }
}
