package io.orderflow.fulfillmentmock.api;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Function;

/** Reads bodies in tests. */
public final class Bodies {

    private Bodies() {}

    public static <T> T read(String body, Function<BodyFields, T> reader) throws IOException {
        return JsonBodies.read(new ByteArrayInputStream(body.getBytes(StandardCharsets.UTF_8)), reader);
    }

    /** What is wrong with the fields of a body that is refused. */
    public static <T> List<FieldProblem> problems(String body, Function<BodyFields, T> reader) {
        return refusal(body, reader).errors();
    }

    static <T> ApiProblem refusal(String body, Function<BodyFields, T> reader) {
        try {
            T value = read(body, reader);
            throw new AssertionError("accepted: " + value);
        } catch (ApiProblem problem) {
            return problem;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
