package io.orderflow.httpapi.json;

import io.orderflow.httpapi.problem.ApiProblem;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Function;

/** Reads bodies in tests. */
final class Bodies {

    private Bodies() {}

    static InputStream stream(String body) {
        return new ByteArrayInputStream(body.getBytes(StandardCharsets.UTF_8));
    }

    static <T> ApiProblem refusal(String body, Function<JsonFields, T> reader) {
        try {
            T value = JsonBodies.read(stream(body), reader);
            throw new AssertionError("accepted: " + value);
        } catch (ApiProblem problem) {
            return problem;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Code and field of each error. */
    static List<String> errors(ApiProblem problem) {
        return ((List<?>) problem.properties().get("errors"))
                .stream()
                        .map(FieldError.class::cast)
                        .map(error -> error.code() + " " + error.field())
                        .toList();
    }
}
