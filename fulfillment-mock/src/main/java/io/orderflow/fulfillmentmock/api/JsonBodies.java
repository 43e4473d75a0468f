package io.orderflow.fulfillmentmock.api;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.springframework.http.HttpStatus;

/** Turns request bodies into values, or into one {@link ApiProblem} that lists everything that is wrong. */
public final class JsonBodies {

    private static final int MAX_BYTES = 8 * 1024 * 1024;
    private static final int MAX_DEPTH = 20;

    private static final ObjectMapper STRICT = strict();

    private JsonBodies() {}

    /** Reads a whole body with {@code reader}, which names the fields it knows; any other field is refused. */
    public static <T> T read(InputStream body, Function<BodyFields, T> reader) throws IOException {
        JsonNode root = parse(text(body));
        if (root.isMissingNode()) {
            throw invalid("malformed_json", "The body is empty.");
        }
        if (!root.isObject()) {
            throw invalid("type_mismatch", "The body must be a JSON object.");
        }
        List<FieldProblem> problems = new ArrayList<>();
        T value = BodyFields.read(root, "", problems, reader);
        if (!problems.isEmpty()) {
            throw refused(problems);
        }
        return value;
    }

    /** The problem that stands for several fields; its code is theirs if they agree. */
    public static ApiProblem refused(List<FieldProblem> problems) {
        List<String> codes =
                problems.stream().map(FieldProblem::code).distinct().toList();
        String code = codes.size() == 1 ? codes.get(0) : "validation_failed";
        String detail = problems.size() == 1 ? "One field is wrong." : problems.size() + " fields are wrong.";
        return new ApiProblem(HttpStatus.BAD_REQUEST, code, detail, problems);
    }

    private static String text(InputStream body) throws IOException {
        byte[] bytes = body.readNBytes(MAX_BYTES + 1);
        if (bytes.length > MAX_BYTES) {
            throw new ApiProblem(
                    HttpStatus.PAYLOAD_TOO_LARGE,
                    "payload_too_large",
                    "The body has more than " + MAX_BYTES + " bytes.");
        }
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            throw invalid("invalid_text", "The body is not UTF-8.");
        }
    }

    private static JsonNode parse(String body) {
        try {
            return STRICT.readTree(body);
        } catch (StreamConstraintsException e) {
            throw invalid("too_deep", "The body has more than " + MAX_DEPTH + " levels or a number without end.");
        } catch (JsonProcessingException e) {
            boolean doubled = String.valueOf(e.getOriginalMessage()).startsWith("Duplicate");
            throw doubled
                    ? invalid("duplicate_key", "A field is given twice" + place(e) + ".")
                    : invalid("malformed_json", "The body is not JSON" + place(e) + ".");
        }
    }

    private static String place(JsonProcessingException e) {
        JsonLocation place = e.getLocation();
        return place == null
                ? ""
                : String.format(Locale.ROOT, " (line %d, column %d)", place.getLineNr(), place.getColumnNr());
    }

    private static ApiProblem invalid(String code, String detail) {
        return new ApiProblem(HttpStatus.BAD_REQUEST, code, detail);
    }

    private static ObjectMapper strict() {
        JsonMapper mapper = JsonMapper.builder()
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .build();
        mapper.getFactory()
                .setStreamReadConstraints(StreamReadConstraints.builder()
                        .maxNestingDepth(MAX_DEPTH)
                        .maxStringLength(MAX_BYTES)
                        .maxNumberLength(100)
                        .build());
        return mapper;
    }
}
