package io.orderflow.orderservice.order.web;

import io.orderflow.httpapi.json.FieldErrors;
import io.orderflow.httpapi.json.Texts;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.List;

/** Reads the header that makes a repeated command the same command. */
final class IdempotencyKeys {

    static final String HEADER = "Idempotency-Key";

    private IdempotencyKeys() {}

    /** The key; empty if anything is wrong with it, which is in the errors then. */
    static String read(HttpServletRequest request, FieldErrors errors) {
        List<String> values = Collections.list(request.getHeaders(HEADER));
        if (values.size() == 1 && Texts.isIdentifier(values.get(0))) {
            return values.get(0);
        }
        errors.add(
                HEADER,
                "idempotency_key_invalid",
                "The header %s must be given once, with 1 to %d printable characters."
                        .formatted(HEADER, Texts.MAX_IDENTIFIER));
        return "";
    }
}
