package io.orderflow.orderservice.order.web;

import io.orderflow.httpapi.json.JsonFields;
import io.orderflow.orderservice.order.CommercialSnapshot;
import io.orderflow.orderservice.order.Defect;
import io.orderflow.orderservice.order.DraftLine;
import io.orderflow.orderservice.order.DraftRules;
import io.orderflow.orderservice.order.LineAction;
import io.orderflow.orderservice.order.OrderDraft;
import io.orderflow.orderservice.order.Totals;
import java.math.BigDecimal;
import java.util.List;

/** Reads the body of {@code POST /orders} into a draft, and notes everything that is wrong with it. */
final class CaptureOrderReader {

    private CaptureOrderReader() {}

    static OrderDraft draft(JsonFields fields) {
        String quoteId = fields.identifier("quoteId");
        String customerId = fields.identifier("customerId");
        String currency = currency(fields);
        List<DraftLine> lines = fields.objects("lines", 1, DraftRules.MAX_LINES, CaptureOrderReader::line);
        // Where a name could not be read, whoever depends on it would look wrong as well.
        if (lines.stream().allMatch(CaptureOrderReader::isLinkable)) {
            refuse(fields, DraftRules.checkDependencies(lines));
        }
        return new OrderDraft(
                quoteId,
                customerId,
                currency,
                Totals.ofOneTime(lines),
                CommercialSnapshot.hash(quoteId, customerId, currency, lines),
                lines);
    }

    private static String currency(JsonFields fields) {
        String code = fields.identifier("currency");
        if (!code.isEmpty() && !DraftRules.isCurrency(code)) {
            refuse(fields, List.of(DraftRules.unknownCurrency()));
        }
        return code;
    }

    private static DraftLine line(JsonFields fields) {
        BigDecimal unitPrice = fields.amount("unitPrice");
        refuse(fields, DraftRules.checkPrice(unitPrice, fields.at("unitPrice")));
        return new DraftLine(
                fields.identifier("quoteLineId"),
                fields.identifier("offerId"),
                fields.oneOf("action", LineAction.class),
                fields.integer("quantity", 1, Integer.MAX_VALUE),
                unitPrice,
                fields.optionalText("description"),
                fields.optionalIdentifiers("dependsOn", DraftRules.MAX_DEPENDENCIES));
    }

    private static boolean isLinkable(DraftLine line) {
        return !line.quoteLineId().isEmpty() && !line.dependsOn().contains("");
    }

    private static void refuse(JsonFields fields, List<Defect> defects) {
        defects.forEach(defect -> fields.errors().add(defect.field(), defect.code(), defect.message()));
    }
}
