package io.orderflow.httpapi.json;

import jakarta.servlet.http.HttpServletRequest;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Reads the query parameters of one request and notes whatever is wrong with them; what is absent or wrong reads as null.
 * Call {@link #throwIfWrong} before using anything that was read.
 */
public final class QueryParameters {

    private static final String INVALID = "invalid_parameter";
    /** What PostgreSQL can hold, with room to spare. */
    private static final int MAX_YEAR = 9999;

    private final Map<String, String[]> parameters;
    private final FieldErrors errors;

    /** @param allowed every other name is an error */
    public QueryParameters(HttpServletRequest request, Set<String> allowed) {
        this(request, allowed, new FieldErrors());
    }

    /** @param errors where to note what is wrong, for a request with more to it than its parameters */
    public QueryParameters(HttpServletRequest request, Set<String> allowed, FieldErrors errors) {
        this.parameters = request.getParameterMap();
        this.errors = errors;
        parameters.keySet().stream()
                .filter(name -> !allowed.contains(name))
                .forEach(name -> errors.add(
                        JsonPointers.shown(name),
                        INVALID,
                        "The parameters here are %s.".formatted(new TreeSet<>(allowed))));
    }

    /** @throws io.orderflow.httpapi.problem.ApiProblem if anything was wrong so far */
    public void throwIfWrong() {
        errors.throwIfAny();
    }

    /** One of an enum's names. */
    public <E extends Enum<E>> @Nullable E oneOf(String name, Class<E> type) {
        String value = single(name);
        if (value == null) {
            return null;
        }
        for (E constant : type.getEnumConstants()) {
            if (constant.name().equals(value)) {
                return constant;
            }
        }
        return wrong(name, INVALID, "Must be one of %s.".formatted(Arrays.toString(type.getEnumConstants())), null);
    }

    /** A name from some system. */
    public @Nullable String text(String name) {
        String value = single(name);
        return value == null || Texts.isIdentifier(value)
                ? value
                : wrong(name, INVALID, "Must have 1 to %d printable characters.".formatted(Texts.MAX_IDENTIFIER), null);
    }

    /** A point in time with its offset. */
    public @Nullable Instant instant(String name) {
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

    /** A whole number within limits, or what stands for an absent one. */
    public int number(String name, int min, int max, int absent) {
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
