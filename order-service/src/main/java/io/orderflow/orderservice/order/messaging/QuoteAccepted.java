package io.orderflow.orderservice.order.messaging;

import io.orderflow.orderservice.order.DraftLine;
import io.orderflow.orderservice.order.LineAction;
import io.orderflow.orderservice.order.OrderDraft;
import io.orderflow.orderservice.order.Totals;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Payload of the event that a customer has accepted a quote, as far as this service reads it. */
record QuoteAccepted(
        String quoteId,
        String customerId,
        String currency,
        Totals totals,
        List<Line> lines,
        String commercialSnapshotHash) {

    record Line(
            String quoteLineId,
            String offerId,
            LineAction action,
            int quantity,
            BigDecimal unitPrice,
            @Nullable String description,
            List<String> dependsOn) {

        private DraftLine draft() {
            return new DraftLine(quoteLineId, offerId, action, quantity, unitPrice, description, dependsOn);
        }

        private Stream<String> texts() {
            return Stream.of(quoteLineId, offerId, description).filter(Objects::nonNull);
        }
    }

    OrderDraft draft() {
        return new OrderDraft(
                quoteId,
                customerId,
                currency,
                totals,
                commercialSnapshotHash,
                lines.stream().map(Line::draft).toList());
    }

    /** Everything that is stored as it came. */
    Stream<String> texts() {
        return Stream.concat(Stream.of(quoteId, customerId), lines.stream().flatMap(Line::texts));
    }
}
