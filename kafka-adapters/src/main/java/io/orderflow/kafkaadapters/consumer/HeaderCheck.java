package io.orderflow.kafkaadapters.consumer;

import com.fasterxml.jackson.databind.JsonNode;
import io.orderflow.kafkaadapters.envelope.EventHeaders;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/** Headers repeat the value. One that says something else means that somebody tampered or mixed records up. */
final class HeaderCheck {

    private static final Set<String> REPEATED = Set.of(
            EventHeaders.EVENT_ID,
            EventHeaders.EVENT_TYPE,
            EventHeaders.EVENT_VERSION,
            EventHeaders.CORRELATION_ID,
            EventHeaders.CAUSATION_ID,
            EventHeaders.SCHEMA_REF,
            EventHeaders.PRODUCER);

    private static final Set<String> OURS = Set.copyOf(EventHeaders.ALL);

    /** We write nine, tracing and routing add a few; hundreds are an attack on whoever copies them. */
    private static final int MOST = 100;

    private HeaderCheck() {}

    /** What makes the headers unfit to be looked at. */
    static Optional<String> defect(Headers headers) {
        int many = 0;
        for (Header header : headers) {
            if (++many > MOST) {
                return Optional.of("More than " + MOST + " headers");
            }
            if (OURS.contains(header.key()) && !isText(header.value())) {
                return Optional.of("Header " + header.key() + " is not UTF-8 text");
            }
        }
        return Optional.empty();
    }

    /** Routing and authorization go by this header, so it has to be there and to say the same as the value. */
    static boolean namesTenant(Headers headers, String tenantId) {
        Header header = headers.lastHeader(EventHeaders.TENANT_ID);
        return header != null && text(header).equals(tenantId);
    }

    private static boolean isText(byte @Nullable [] value) {
        if (value == null) {
            return false;
        }
        if (isAscii(value)) {
            return true;
        }
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(value));
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }

    /** Nearly always, and much cheaper to find out. */
    private static boolean isAscii(byte[] value) {
        for (byte one : value) {
            if (one < 0) {
                return false;
            }
        }
        return true;
    }

    /** The first header that is there and differs from the value; of a repeated one, every copy counts. */
    static Optional<String> disagreement(Headers headers, JsonNode value) {
        for (Header header : headers) {
            if (REPEATED.contains(header.key())
                    && !text(header).equals(value.path(header.key()).asText())) {
                return Optional.of("Header " + header.key() + " differs from the value");
            }
        }
        return Optional.empty();
    }

    private static String text(Header header) {
        return new String(header.value(), StandardCharsets.UTF_8);
    }
}
