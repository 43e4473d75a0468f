package io.orderflow.httpapi.json;

import io.orderflow.httpapi.problem.ApiProblem;
import java.util.ArrayList;
import java.util.List;
import org.springframework.http.HttpStatus;

/** Collects everything that is wrong with a request, so that a caller mends it in one go. */
public final class FieldErrors {

    /** A body of megabytes must not get an answer of megabytes. */
    private static final int LISTED = 1_000;

    private final List<FieldError> listed = new ArrayList<>();
    private int count;

    public void add(String field, String code, String message) {
        add(new FieldError(field, code, message));
    }

    public void add(FieldError error) {
        if (++count <= LISTED) {
            listed.add(error);
        }
    }

    /**
     * Throws if anything was added.
     *
     * @throws ApiProblem with the code of the errors if they agree about it
     */
    public void throwIfAny() {
        if (count == 0) {
            return;
        }
        List<String> codes = listed.stream().map(FieldError::code).distinct().toList();
        String code = codes.size() == 1 && count <= LISTED ? codes.get(0) : "validation_failed";
        String detail = count == 1
                ? listed.get(0).message()
                : "%d errors%s.".formatted(count, count > LISTED ? ", of which %d are listed".formatted(LISTED) : "");
        throw new ApiProblem(HttpStatus.BAD_REQUEST, code, detail).with("errors", List.copyOf(listed));
    }
}
