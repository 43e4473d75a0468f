package io.orderflow.orderservice.order.web;

import com.fasterxml.jackson.databind.JsonNode;
import io.orderflow.orderservice.order.CommercialSnapshot;
import io.orderflow.orderservice.order.DependencyCheck;
import io.orderflow.orderservice.order.DraftLine;
import io.orderflow.orderservice.order.DraftRules;
import io.orderflow.orderservice.order.LineAction;
import io.orderflow.orderservice.order.OrderDraft;
import io.orderflow.orderservice.order.Totals;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the body of {@code POST /orders} into a draft, or says everything that is wrong with it. */
final class CaptureOrderReader {

    private final FieldErrors errors;

    CaptureOrderReader(FieldErrors errors) {
        this.errors = errors;
    }

    /** Null if anything is wrong; what, is in the errors. */
    @Nullable
    OrderDraft read(JsonNode body) {
        JsonFields fields = new JsonFields(body, "", errors);
        String quoteId = fields.identifier("quoteId");
        String customerId = fields.identifier("customerId");
        String currency = currency(fields);
        List<Line> lines = lines(fields.array("lines"), fields.at("lines"));
        fields.refuseOthers();
        if (!errors.isEmpty() || quoteId == null || customerId == null || currency == null) {
            return null;
        }
        List<DraftLine> drafts = lines.stream().map(Line::draft).toList();
        return new OrderDraft(
                quoteId,
                customerId,
                currency,
                Totals.ofOneTime(drafts),
                CommercialSnapshot.hash(quoteId, customerId, currency, drafts),
                drafts);
    }

    private @Nullable String currency(JsonFields fields) {
        String code = fields.identifier("currency");
        if (code != null && !DraftRules.isCurrency(code)) {
            errors.addAll(List.of(DraftRules.unknownCurrency()));
        }
        return code;
    }

    private List<Line> lines(@Nullable JsonNode array, String at) {
        if (array == null) {
            return List.of();
        }
        if (array.isEmpty() || array.size() > DraftRules.MAX_LINES) {
            errors.addAll(DraftRules.checkCount(array.size()));
            return List.of();
        }
        List<Line> lines = new ArrayList<>(array.size());
        for (int i = 0; i < array.size(); i++) {
            if (array.get(i).isObject()) {
                lines.add(line(array.get(i), JsonPointers.child(at, i)));
            } else {
                errors.add(JsonPointers.child(at, i), "type_mismatch", "Must be an object.");
            }
        }
        // Where a name could not be read, whoever depends on it would look wrong as well.
        if (lines.size() == array.size() && lines.stream().allMatch(Line::isLinkable)) {
            errors.addAll(
                    DraftRules.checkDependencies(lines.stream().map(Line::node).toList()));
        }
        return lines;
    }

    private Line line(JsonNode object, String at) {
        JsonFields fields = new JsonFields(object, at, errors);
        Line line = new Line(
                fields.identifier("quoteLineId"),
                fields.identifier("offerId"),
                fields.oneOf("action", LineAction.class),
                fields.quantity("quantity"),
                fields.amount("unitPrice"),
                fields.optionalText("description"),
                dependsOn(fields));
        fields.refuseOthers();
        if (line.unitPrice() != null) {
            errors.addAll(DraftRules.checkPrice(line.unitPrice(), fields.at("unitPrice")));
        }
        return line;
    }

    private @Nullable List<String> dependsOn(JsonFields fields) {
        JsonNode array = fields.optionalArray("dependsOn");
        if (array == null) {
            return List.of();
        }
        String at = fields.at("dependsOn");
        if (array.size() > DraftRules.MAX_DEPENDENCIES) {
            errors.add(at, "too_many", "At most %d are accepted.".formatted(DraftRules.MAX_DEPENDENCIES));
            return null;
        }
        List<String> names = new ArrayList<>(array.size());
        for (int i = 0; i < array.size(); i++) {
            String name = fields.identifier(array.get(i), JsonPointers.child(at, i));
            if (name == null) {
                return null;
            }
            names.add(name);
        }
        return names;
    }

    /** A line as far as it could be read. */
    private record Line(
            @Nullable String quoteLineId,
            @Nullable String offerId,
            @Nullable LineAction action,
            @Nullable Integer quantity,
            @Nullable BigDecimal unitPrice,
            @Nullable String description,
            @Nullable List<String> dependsOn) {

        boolean isLinkable() {
            return quoteLineId != null && dependsOn != null;
        }

        DependencyCheck.Node node() {
            if (quoteLineId == null || dependsOn == null) {
                throw new IllegalStateException("not linkable");
            }
            return new DependencyCheck.Node(quoteLineId, dependsOn);
        }

        DraftLine draft() {
            if (quoteLineId == null
                    || offerId == null
                    || action == null
                    || quantity == null
                    || unitPrice == null
                    || dependsOn == null) {
                throw new IllegalStateException("a line without errors has all of its fields");
            }
            return new DraftLine(quoteLineId, offerId, action, quantity, unitPrice, description, dependsOn);
        }
    }
}
