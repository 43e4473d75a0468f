package io.orderflow.orderservice.order.web;

import io.orderflow.orderservice.order.Defect;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.springframework.http.HttpStatus;

/** Collects everything that is wrong with a request, so that a caller mends it in one go. */
final class FieldErrors {

    /** A body of megabytes must not get an answer of megabytes. */
    private static final int LISTED = 1_000;

    private final List<FieldError> listed = new ArrayList<>();
    private int count;

    void add(String field, String code, String message) {
        if (++count <= LISTED) {
            listed.add(new FieldError(field, code, message));
        }
    }

    void addAll(Collection<Defect> defects) {
        defects.forEach(defect -> add(defect.field(), defect.code(), defect.message()));
    }

    boolean isEmpty() {
        return count == 0;
    }

    /** Throws if anything was added; the problem's code is that of the errors if they agree about it. */
    void throwIfAny() {
        if (isEmpty()) {
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
