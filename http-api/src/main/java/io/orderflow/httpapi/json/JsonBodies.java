package io.orderflow.httpapi.json;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.orderflow.httpapi.problem.ApiProblem;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.function.Function;
import org.springframework.http.HttpStatus;

/**
 * Reads request bodies, strictly: UTF-8, one JSON object, no key twice, bounded in size and depth. Bodies become trees and
 * not objects, because a binder stops at the first field that does not fit, and we owe the caller all of them.
 */
public final class JsonBodies {

    private static final int MAX_BYTES = 8 * 1024 * 1024;
    private static final int MAX_DEPTH = 20;
    private static final int MAX_DIGITS = 400;

    private static final ObjectMapper STRICT = strict();

    private JsonBodies() {}

    /** Reads a body with a reader that names the fields it knows; any other field is refused. */
    public static <T> T read(InputStream body, Function<JsonFields, T> reader) throws IOException {
        return read(body, new FieldErrors(), reader);
    }

    /**
     * Like {@link #read(InputStream, Function)}, for a request with more to it than its body.
     *
     * @param errors what is wrong with the rest of the request
     * @throws ApiProblem if the body is not one JSON object, or if there is any error in the end
     */
    public static <T> T read(InputStream body, FieldErrors errors, Function<JsonFields, T> reader) throws IOException {
        JsonNode root = parse(text(RequestBodies.read(body, MAX_BYTES)));
        if (!root.isObject()) {
            throw refused("type_mismatch", "The body must be a JSON object.");
        }
        T value = JsonFields.read(root, "", errors, reader);
        errors.throwIfAny();
        return value;
    }

    private static String text(byte[] bytes) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            throw refused("invalid_text", "The body is not UTF-8.");
        }
    }

    private static JsonNode parse(String text) {
        try {
            JsonNode root = STRICT.readTree(text);
            if (root.isMissingNode()) {
                throw refused("malformed_json", "The body is empty: no JSON at line 1, column 1.");
            }
            return root;
        } catch (StreamConstraintsException e) {
            throw refused(
                    "too_deep",
                    "The body nests more than %d levels or has a number of more than %d digits, at %s."
                            .formatted(MAX_DEPTH, MAX_DIGITS, place(e)));
        } catch (JsonProcessingException e) {
            // Jackson has no type for this one; a test holds the wording.
            throw e.getOriginalMessage().startsWith("Duplicate field")
                    ? refused("duplicate_key", "A field is given twice at %s.".formatted(place(e)))
                    : refused("malformed_json", "The body is not well-formed JSON at %s.".formatted(place(e)));
        }
    }

    private static String place(JsonProcessingException e) {
        JsonLocation place = e.getLocation();
        return place == null
                ? "an unknown place"
                : "line %d, column %d".formatted(place.getLineNr(), place.getColumnNr());
    }

    private static ApiProblem refused(String code, String detail) {
        return new ApiProblem(HttpStatus.BAD_REQUEST, code, detail);
    }

    private static ObjectMapper strict() {
        JsonMapper mapper = JsonMapper.builder()
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                .build();
        mapper.getFactory()
                .setStreamReadConstraints(StreamReadConstraints.builder()
                        .maxNestingDepth(MAX_DEPTH)
                        .maxNumberLength(MAX_DIGITS)
                        .maxStringLength(MAX_BYTES)
                        .maxNameLength(MAX_BYTES)
                        .build());
        return mapper;
    }
}
