package io.orderflow.kafkaadapters.consumer;

import com.fasterxml.jackson.databind.JsonNode;
import io.orderflow.kafkaadapters.envelope.EventHeaders;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;

/** Headers repeat the value. One that says something else means that somebody tampered or mixed records up. */
final class HeaderCheck {

    private static final List<String> REPEATED = List.of(
            EventHeaders.EVENT_ID,
            EventHeaders.EVENT_TYPE,
            EventHeaders.EVENT_VERSION,
            EventHeaders.CORRELATION_ID,
            EventHeaders.CAUSATION_ID,
            EventHeaders.TENANT_ID,
            EventHeaders.SCHEMA_REF,
            EventHeaders.PRODUCER);

    private HeaderCheck() {}

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
