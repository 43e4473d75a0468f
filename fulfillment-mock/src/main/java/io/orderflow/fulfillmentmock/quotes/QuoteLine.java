package io.orderflow.fulfillmentmock.quotes;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.orderflow.fulfillmentmock.api.BodyFields;
import java.math.BigDecimal;
import java.util.List;
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

    private static final int DESCRIPTION_LENGTH = 1000;
    private static final int MAX_DEPENDENCIES = 1000;

    static QuoteLine from(BodyFields fields) {
        return new QuoteLine(
                fields.identifier("quoteLineId"),
                fields.identifier("offerId"),
                fields.oneOf("action", LineAction.class),
                fields.integer("quantity", 1, Integer.MAX_VALUE),
                fields.money("unitPrice"),
                fields.optionalText("description", DESCRIPTION_LENGTH),
                fields.optionalIdentifiers("dependsOn", MAX_DEPENDENCIES));
    }

    BigDecimal total() {
        return unitPrice.multiply(BigDecimal.valueOf(quantity));
    }
}
