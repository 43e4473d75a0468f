package io.orderflow.orderservice.order.web;

import io.orderflow.httpapi.json.FieldErrors;
import io.orderflow.orderservice.order.usecase.ExpectedVersion;
import io.orderflow.orderservice.order.usecase.OrderView;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;

/** The version of an order as entity tag, out and back in: a caller changes the order that it has seen, or is told. */
final class Preconditions {

    /** Strong tags only, and one: a weak one never matches here, and a list would name orders that are not this one. */
    private static final Pattern TAG = Pattern.compile("\"([1-9][0-9]{0,17})\"");

    private Preconditions() {}

    /** The order with its tag. */
    static ResponseEntity<OrderView> tagged(OrderView order) {
        return tagged(ResponseEntity.ok(), order);
    }

    static ResponseEntity<OrderView> tagged(ResponseEntity.BodyBuilder response, OrderView order) {
        return response.eTag("\"%d\"".formatted(order.version())).body(order);
    }

    /** What {@code If-Match} asks for; any version if it is absent, or if anything is wrong with it, which is in the errors then. */
    static ExpectedVersion ifMatch(HttpServletRequest request, FieldErrors errors) {
        List<String> values = Collections.list(request.getHeaders(HttpHeaders.IF_MATCH));
        if (values.isEmpty() || values.equals(List.of("*"))) {
            return ExpectedVersion.any();
        }
        Matcher tag = TAG.matcher(values.get(0));
        if (values.size() == 1 && tag.matches()) {
            return ExpectedVersion.of(Long.parseLong(tag.group(1)));
        }
        errors.add(
                HttpHeaders.IF_MATCH,
                "if_match_invalid",
                "The header If-Match must be given at most once, with the ETag of the order such as \"5\", or *.");
        return ExpectedVersion.any();
    }
}
