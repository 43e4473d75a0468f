package io.orderflow.orderservice.order.web;

import io.orderflow.httpapi.json.FieldErrors;
import io.orderflow.httpapi.json.JsonPointers;
import io.orderflow.httpapi.json.Texts;
import io.orderflow.httpapi.problem.ApiProblem;
import io.orderflow.orderservice.order.OrderStatus;
import io.orderflow.orderservice.order.usecase.OrderFilter;
import jakarta.servlet.http.HttpServletRequest;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads query parameters, and notes whatever is wrong with them. */
final class OrderQueryReader {

    private static final String INVALID = "invalid_parameter";
    private static final int MAX_PAGE = 1_000_000;
    /** What PostgreSQL can hold, with room to spare. */
    private static final int MAX_YEAR = 9999;

    private final Map<String, String[]> parameters;
    private final FieldErrors errors = new FieldErrors();

    private OrderQueryReader(HttpServletRequest request, Set<String> allowed) {
        this.parameters = request.getParameterMap();
        parameters.keySet().stream()
                .filter(name -> !allowed.contains(name))
                .forEach(name -> errors.add(
                        JsonPointers.shown(name), INVALID, "The parameters here are %s.".formatted(allowed)));
    }

    /** @throws ApiProblem if any parameter is wrong */
    static OrderFilter filter(HttpServletRequest request) {
        OrderQueryReader reader = new OrderQueryReader(
                request, Set.of("status", "customerId", "quoteId", "capturedSince", "page", "size"));
        OrderFilter filter = new OrderFilter(
                reader.status(),
                reader.text("customerId"),
                reader.text("quoteId"),
                reader.instant("capturedSince"),
                reader.number("page", 0, MAX_PAGE, 0),
                reader.number("size", 1, OrderFilter.MAX_SIZE, OrderFilter.DEFAULT_SIZE));
        reader.errors.throwIfAny();
        return filter;
    }

    /** @throws ApiProblem if any parameter is wrong */
    static @Nullable Instant capturedSince(HttpServletRequest request) {
        OrderQueryReader reader = new OrderQueryReader(request, Set.of("capturedSince"));
        Instant since = reader.instant("capturedSince");
        reader.errors.throwIfAny();
        return since;
    }

    private @Nullable OrderStatus status() {
        String value = single("status");
        if (value == null) {
            return null;
        }
        for (OrderStatus status : OrderStatus.values()) {
            if (status.name().equals(value)) {
                return status;
            }
        }
        return wrong("status", INVALID, "Must be one of %s.".formatted(Arrays.toString(OrderStatus.values())), null);
    }

    private @Nullable String text(String name) {
        String value = single(name);
        return value == null || Texts.isIdentifier(value)
                ? value
                : wrong(name, INVALID, "Must have 1 to %d printable characters.".formatted(Texts.MAX_IDENTIFIER), null);
    }

    private @Nullable Instant instant(String name) {
        String value = single(name);
        if (value == null) {
            return null;
        }
        try {
            OffsetDateTime time = OffsetDateTime.parse(value);
            if (time.getYear() >= 0 && time.getYear() <= MAX_YEAR) {
                return time.toInstant();
            }
        } catch (DateTimeException notATime) {
            // Falls through to the same answer as a year that nobody means.
        }
        return wrong(name, "invalid_date", "Must be a time with its offset, such as 2026-11-23T08:15:30Z.", null);
    }

    private int number(String name, int min, int max, int absent) {
        String value = single(name);
        if (value == null) {
            return absent;
        }
        if (value.matches("[0-9]{1,9}")) {
            int number = Integer.parseInt(value);
            if (number >= min && number <= max) {
                return number;
            }
        }
        errors.add(name, INVALID, "Must be a whole number from %d to %d.".formatted(min, max));
        return absent;
    }

    private @Nullable String single(String name) {
        String[] values = parameters.get(name);
        if (values == null) {
            return null;
        }
        return values.length == 1 ? values[0] : wrong(name, INVALID, "Must be given once.", null);
    }

    private <T> @Nullable T wrong(String name, String code, String message, @Nullable T instead) {
        errors.add(name, code, message);
        return instead;
    }
}
