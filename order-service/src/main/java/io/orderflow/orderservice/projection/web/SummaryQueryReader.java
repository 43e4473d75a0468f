package io.orderflow.orderservice.projection.web;

import io.orderflow.httpapi.json.FieldErrors;
import io.orderflow.httpapi.json.JsonPointers;
import io.orderflow.httpapi.json.Texts;
import io.orderflow.orderservice.projection.SummaryPages;
import io.orderflow.orderservice.projection.SummaryStatus;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads query parameters, and notes whatever is wrong with them. */
final class SummaryQueryReader {

    private static final String INVALID = "invalid_parameter";
    private static final Set<String> ALLOWED = Set.of("status", "before", "size");

    private final Map<String, String[]> parameters;
    private final FieldErrors errors = new FieldErrors();

    private SummaryQueryReader(Map<String, String[]> parameters) {
        this.parameters = parameters;
    }

    /** @throws io.orderflow.httpapi.problem.ApiProblem if any parameter is wrong */
    static SummaryPages.Query read(String tenantId, Map<String, String[]> parameters) {
        SummaryQueryReader reader = new SummaryQueryReader(parameters);
        parameters.keySet().stream()
                .filter(name -> !ALLOWED.contains(name))
                .forEach(name -> reader.errors.add(
                        JsonPointers.shown(name), INVALID, "The parameters here are %s.".formatted(ALLOWED)));
        SummaryPages.Query query = new SummaryPages.Query(tenantId, reader.status(), reader.before(), reader.size());
        reader.errors.throwIfAny();
        return query;
    }

    private @Nullable SummaryStatus status() {
        String value = single("status");
        for (SummaryStatus status : SummaryStatus.values()) {
            if (status.name().equals(value)) {
                return status;
            }
        }
        if (value != null) {
            errors.add("status", INVALID, "Must be one of %s.".formatted(Arrays.toString(SummaryStatus.values())));
        }
        return null;
    }

    private @Nullable String before() {
        String value = single("before");
        if (value != null && !Texts.isIdentifier(value)) {
            errors.add("before", INVALID, "Must have 1 to %d printable characters.".formatted(Texts.MAX_IDENTIFIER));
            return null;
        }
        return value;
    }

    private int size() {
        String value = single("size");
        if (value == null) {
            return SummaryPages.DEFAULT_SIZE;
        }
        if (value.matches("[0-9]{1,4}")) {
            int size = Integer.parseInt(value);
            if (size >= 1 && size <= SummaryPages.MAX_SIZE) {
                return size;
            }
        }
        errors.add("size", INVALID, "Must be a whole number from 1 to %d.".formatted(SummaryPages.MAX_SIZE));
        return SummaryPages.DEFAULT_SIZE;
    }

    private @Nullable String single(String name) {
        String[] values = parameters.get(name);
        if (values == null || values.length == 1) {
            return values == null ? null : values[0];
        }
        errors.add(name, INVALID, "Must be given once.");
        return null;
    }
}
