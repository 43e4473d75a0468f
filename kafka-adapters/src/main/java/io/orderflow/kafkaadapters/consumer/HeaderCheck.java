package io.orderflow.kafkaadapters.consumer;

import com.fasterxml.jackson.databind.JsonNode;
import io.orderflow.kafkaadapters.envelope.EventHeaders;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/** Headers repeat the value. One that says something else means that somebody tampered or mixed records up. */
final class HeaderCheck {

    private static final List<String> REPEATED = List.of(
            EventHeaders.EVENT_ID,
            EventHeaders.EVENT_TYPE,
            EventHeaders.EVENT_VERSION,
            EventHeaders.CORRELATION_ID,
            EventHeaders.CAUSATION_ID,
            EventHeaders.SCHEMA_REF,
            EventHeaders.PRODUCER);

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
            if (EventHeaders.ALL.contains(header.key()) && !isText(header.value())) {
                return Optional.of("Header " + header.key() + " is not UTF-8 text");
            }
        }
        return Optional.empty();
    }

    /** Routing and authorization go by this header, so it has to be there and to say the same as the value. */
    static boolean namesTenant(Headers headers, String tenantId) {
        Header header = headers.lastHeader(EventHeaders.TENANT_ID);
        return header != null && new String(header.value(), StandardCharsets.UTF_8).equals(tenantId);
    }

    private static boolean isText(byte @Nullable [] value) {
        if (value == null) {
            return false;
        }
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(value));
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }

    /** The first header that is there and differs from the value. */
    static Optional<String> disagreement(Headers headers, JsonNode value) {
        for (String name : REPEATED) {
            Header header = headers.lastHeader(name);
            if (header != null && !agrees(header, value.path(name))) {
                return Optional.of("Header " + name + " differs from the value");
            }
        }
        return Optional.empty();
    }

    private static boolean agrees(Header header, JsonNode field) {
        return header.value() != null && new String(header.value(), StandardCharsets.UTF_8).equals(field.asText());
    }
}
