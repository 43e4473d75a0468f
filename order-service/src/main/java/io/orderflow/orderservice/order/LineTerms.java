package io.orderflow.orderservice.order;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was agreed about a line; never changes.
 *
 * @param number 1-based position in the order
 * @param dependsOn numbers of the lines that must be fulfilled first
 * @param dependants numbers of the lines that wait for this one: the same relation, kept from the other end so that a
 *     completed line finds whom to wake without looking at the rest of the order
 */
public record LineTerms(
        String id,
        int number,
        String quoteLineId,
        String offerId,
        LineAction action,
        int quantity,
        BigDecimal unitPrice,
        @Nullable String description,
        List<Integer> dependsOn,
        List<Integer> dependants,
        PointOfNoReturn pointOfNoReturn) {

    public LineTerms {
        unitPrice = Money.normalized(unitPrice);
        dependsOn = List.copyOf(dependsOn);
        dependants = List.copyOf(dependants);
    }
}
