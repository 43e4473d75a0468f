package io.orderflow.orderservice.order;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One line as the customer agreed to it; names its dependencies by quote line. */
public record DraftLine(
        String quoteLineId,
        String offerId,
        LineAction action,
        int quantity,
        BigDecimal unitPrice,
        @Nullable String description,
        List<String> dependsOn) {

    public DraftLine {
        dependsOn = List.copyOf(dependsOn);
    }
}
