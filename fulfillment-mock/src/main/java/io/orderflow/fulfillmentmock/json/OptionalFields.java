package io.orderflow.fulfillmentmock.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.orderflow.fulfillmentmock.latency.LatencyDistribution.Bounds;
import io.orderflow.httpapi.json.JsonBodies;
import io.orderflow.httpapi.json.JsonFields;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The fields of a body, of which some may be left out. What is given is held to the same rules as anywhere else. */
public final class OptionalFields {

    /** One more than {@link JsonBodies} takes, so that it says so itself. */
    private static final int MOST_BYTES = 8 * 1024 * 1024 + 1;

    private static final int LONGEST_MILLIS = 24 * 60 * 60 * 1000;

    private static final ObjectMapper JSON = new ObjectMapper();

    private final JsonFields fields;
    private final Set<String> given;

    private OptionalFields(JsonFields fields, Set<String> given) {
        this.fields = fields;
        this.given = given;
    }

    /** Reads a body with a reader that names the fields it knows; any other field is refused. */
    public static <T> T read(InputStream body, Function<OptionalFields, T> reader) throws IOException {
        byte[] bytes = body.readNBytes(MOST_BYTES);
        Set<String> given = given(bytes);
        return JsonBodies.read(
                new ByteArrayInputStream(bytes), fields -> reader.apply(new OptionalFields(fields, given)));
    }

    /** Those that have to be there. */
    public JsonFields required() {
        return fields;
    }

    /** A whole number within limits. */
    public int integer(String name, int min, int max, int absent) {
        return isGiven(name) ? fields.integer(name, min, max) : absent;
    }

    /** A name from some system; null if absent. */
    public @Nullable String identifier(String name) {
        return fields.optionalIdentifier(name);
    }

    /** A text of a given shape. @param message what to tell whoever sends another shape */
    public @Nullable String matching(String name, Pattern shape, String message) {
        return isGiven(name) ? fields.matching(name, shape, message) : null;
    }

    /** Words for people. */
    public String text(String name, String absent) {
        return isGiven(name) ? fields.requiredText(name) : absent;
    }

    /** The fields {@code minLatencyMillis} and {@code maxLatencyMillis}: both, or none. */
    public @Nullable Bounds latency() {
        boolean isMinGiven = isGiven("minLatencyMillis");
        boolean isMaxGiven = isGiven("maxLatencyMillis");
        if (!isMinGiven && !isMaxGiven) {
            return null;
        }
        int min = fields.integer("minLatencyMillis", 0, LONGEST_MILLIS);
        return new Bounds(min, fields.integer("maxLatencyMillis", min, LONGEST_MILLIS));
    }

    /** Whether a field is there, and not null. */
    public boolean isGiven(String name) {
        fields.known(name);
        return given.contains(name);
    }

    private static Set<String> given(byte[] body) {
        Set<String> names = new HashSet<>();
        try {
            JsonNode root = JSON.readTree(body);
            root.properties().stream()
                    .filter(field -> !field.getValue().isNull())
                    .forEach(field -> names.add(field.getKey()));
        } catch (IOException notJson) {
            // Said by whoever reads the body in earnest.
        }
        return names;
    }
}
