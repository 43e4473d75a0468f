package io.orderflow.orderservice.callback.web;

import io.orderflow.httpapi.json.JsonFields;
import io.orderflow.orderservice.callback.Callback;
import io.orderflow.orderservice.callback.CallbackType;
import io.orderflow.orderservice.order.ProviderAnswer;
import io.orderflow.orderservice.order.usecase.OrderIds;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Reads the body of a callback: the fields that its type needs, those that it may have, and no other. */
final class CallbackReader {

    private static final String TYPES =
            Arrays.stream(CallbackType.values()).map(Enum::name).collect(Collectors.joining(", "));
    private static final Pattern TYPE = Pattern.compile(TYPES.replace(", ", "|"));
    private static final Pattern ERROR_CODE = Pattern.compile("[a-z][a-z0-9_]{0,63}");

    private CallbackReader() {}

    static Callback callback(JsonFields fields) {
        String id = fields.identifier("callbackId");
        String type = fields.matching("type", TYPE, "Must be one of %s.".formatted(TYPES));
        String orderId = fields.identifier("orderId");
        if (!orderId.isEmpty() && !OrderIds.isOrderId(orderId)) {
            fields.errors()
                    .add(fields.at("orderId"), "invalid_id", "The id of an order is ord_ and 32 hexadecimal digits.");
        }
        // Of a type that nobody knows, any field may be meant.
        return new Callback(id, orderId, type.isEmpty() ? unknown(fields) : answer(CallbackType.valueOf(type), fields));
    }

    private static ProviderAnswer answer(CallbackType type, JsonFields fields) {
        String line = fields.identifier("orderLineId");
        int attempt = fields.integer("attempt", 1, Integer.MAX_VALUE);
        String key = fields.identifier("idempotencyKey");
        return switch (type) {
            case COMPLETED -> new ProviderAnswer.Completion(line, attempt, key, fields.identifier("providerReference"));
            case FAILED ->
                new ProviderAnswer.Failure(
                        line,
                        attempt,
                        key,
                        fields.matching(
                                "errorCode",
                                ERROR_CODE,
                                "Must be 1 to 64 characters of lower snake case, such as no_stock."),
                        fields.requiredText("errorMessage"),
                        fields.bool("retryable"),
                        fields.optionalIdentifier("providerReference"));
            case REVERSED ->
                new ProviderAnswer.Reversal(
                        line,
                        attempt,
                        key,
                        fields.identifier("providerReference"),
                        fields.optionalIdentifier("reversalReference"));
        };
    }

    private static ProviderAnswer unknown(JsonFields fields) {
        List.of("providerReference", "errorCode", "errorMessage", "retryable", "reversalReference")
                .forEach(fields::known);
        return new ProviderAnswer.Completion(
                fields.identifier("orderLineId"),
                fields.integer("attempt", 1, Integer.MAX_VALUE),
                fields.identifier("idempotencyKey"),
                "");
    }
}
