package io.orderflow.kafkaadapters.envelope;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Envelope to JSON and back. Has its own mapper, so that a service's web settings can never change what travels: times
 * are ISO-8601, {@link BigDecimal} is a decimal string, absent is absent, unknown fields are tolerated, a doubled key or
 * anything after the value is an error. Thread safe.
 */
public final class EnvelopeCodec {

    private static final int LONGEST_ENCODING_MARK = 4;
    private static final String STAMP = "{\"publishedAt\":\"";
    private static final byte[] STAMP_BYTES = STAMP.getBytes(StandardCharsets.UTF_8);

    private final ObjectMapper json = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .addModule(new SimpleModule().addSerializer(BigDecimal.class, new PlainDecimal()))
            .defaultPropertyInclusion(
                    JsonInclude.Value.construct(JsonInclude.Include.NON_NULL, JsonInclude.Include.ALWAYS))
            .build();

    /** @throws IOException if the bytes are not one JSON object in UTF-8 without a byte order mark */
    public JsonNode parse(byte[] value) throws IOException {
        // A parser that is given bytes guesses other encodings by zero bytes and marks; nothing of ours is written in
        // them.
        for (int i = 0; i < Math.min(value.length, LONGEST_ENCODING_MARK); i++) {
            if (value[i] == 0 || i == 0 && value[i] < 0) {
                throw new IOException("Not UTF-8 without byte order mark");
            }
        }
        JsonNode tree = json.readTree(value);
        if (!tree.isObject()) {
            throw new IOException("Not a JSON object");
        }
        return tree;
    }

    public ObjectNode toJson(EventEnvelope<?> envelope) {
        return json.valueToTree(envelope);
    }

    public byte[] toBytes(JsonNode value) {
        try {
            return json.writeValueAsBytes(value);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("A JSON tree always has a text", impossible);
        }
    }

    /** Any value as JSON tree, by the rules of this codec. */
    public ObjectNode toTree(Object value) {
        return json.valueToTree(value);
    }

    /**
     * Reads field by field instead of binding, which is several times as fast; a consumer does this for every record.
     *
     * @throws IOException if the tree is not an envelope; never for a tree that passed its schema
     */
    public EventEnvelope<JsonNode> fromJson(JsonNode tree) throws IOException {
        try {
            return new EventEnvelope<>(
                    UUID.fromString(text(tree, "eventId")),
                    text(tree, "eventType"),
                    tree.required("eventVersion").intValue(),
                    Instant.parse(text(tree, "occurredAt")),
                    tree.hasNonNull("publishedAt") ? Instant.parse(text(tree, "publishedAt")) : null,
                    text(tree, "producer"),
                    text(tree, "tenantId"),
                    text(tree, "aggregateType"),
                    text(tree, "aggregateId"),
                    wholeNumber(tree.required("aggregateVersion")),
                    text(tree, "correlationId"),
                    optionalText(tree, "causationId"),
                    optionalText(tree, "traceId"),
                    text(tree, "schemaRef"),
                    tree.required("payload"),
                    metadata(tree.required("metadata")));
        } catch (IllegalArgumentException | DateTimeException e) {
            throw new IOException("Not an envelope: " + e.getMessage(), e);
        }
    }

    private static long wholeNumber(JsonNode number) {
        if (!number.canConvertToExactIntegral() || !number.canConvertToLong()) {
            throw new IllegalArgumentException("Not a number of 64 bits");
        }
        return number.longValue();
    }

    private static String text(JsonNode tree, String field) {
        return tree.required(field).asText();
    }

    private static @Nullable String optionalText(JsonNode tree, String field) {
        return tree.hasNonNull(field) ? tree.path(field).asText() : null;
    }

    private static Map<String, String> metadata(JsonNode tree) {
        Map<String, String> metadata = new HashMap<>();
        tree.fields()
                .forEachRemaining(
                        field -> metadata.put(field.getKey(), field.getValue().asText()));
        return metadata;
    }

    /** @throws IOException if the payload does not fit the type */
    public <P> P payload(JsonNode payload, Class<P> type) throws IOException {
        return json.treeToValue(payload, type);
    }

    /**
     * Adds {@code publishedAt} to a stored envelope without parsing it: the relay does this once per record.
     *
     * @param value a JSON object that was written by this codec and has no {@code publishedAt}
     * @param stamp made by {@link #stamp}
     */
    public static byte[] stampPublished(byte[] value, byte[] stamp) {
        byte[] stamped = Arrays.copyOf(stamp, stamp.length + value.length - 1);
        System.arraycopy(value, 1, stamped, stamp.length, value.length - 1);
        return stamped;
    }

    /** The beginning of every envelope that is published at this moment. */
    public static byte[] stamp(Instant publishedAt) {
        return (STAMP + publishedAt + "\",").getBytes(StandardCharsets.UTF_8);
    }

    /**
     * Where the envelope goes on behind a time that {@link #stampPublished} put in front.
     *
     * @return an index into the value, 0 if it does not begin like that
     */
    public static int afterStamp(byte[] value) {
        if (value.length < STAMP_BYTES.length
                || !Arrays.equals(value, 0, STAMP_BYTES.length, STAMP_BYTES, 0, STAMP_BYTES.length)) {
            return 0;
        }
        int at = STAMP_BYTES.length;
        while (at < value.length - 1 && value[at] != '"') {
            at++;
        }
        return at < value.length - 1 && value[at + 1] == ',' ? at + 2 : 0;
    }
}
