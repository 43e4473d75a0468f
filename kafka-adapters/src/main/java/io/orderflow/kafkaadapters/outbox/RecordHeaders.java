package io.orderflow.kafkaadapters.outbox;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.orderflow.kafkaadapters.envelope.EnvelopeCodec;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BiConsumer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.internals.RecordHeader;

/**
 * A record's headers as they lie in the outbox: name and value behind each other, each with a control character at its
 * end, because that is read without parsing. Headers that contain such characters, and rows of older versions, are JSON.
 */
final class RecordHeaders {

    private static final char END_OF_NAME = '\u001f';
    private static final char END_OF_VALUE = '\u001e';
    private static final char JSON_START = '{';

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final TypeReference<Map<String, String>> MAP = new TypeReference<>() {};

    private RecordHeaders() {}

    static String encode(Map<String, String> headers) {
        StringBuilder text = new StringBuilder(400);
        for (Map.Entry<String, String> header : headers.entrySet()) {
            if (!isPlain(header.getKey())
                    || !isPlain(header.getValue())
                    || header.getKey().indexOf(JSON_START) == 0) {
                return json(headers);
            }
            text.append(header.getKey())
                    .append(END_OF_NAME)
                    .append(header.getValue())
                    .append(END_OF_VALUE);
        }
        return text.toString();
    }

    static Map<String, String> decode(String headers) {
        Map<String, String> decoded = new LinkedHashMap<>();
        forEach(headers, decoded::put);
        return decoded;
    }

    /**
     * The row as it travels.
     *
     * @param stamp tells when it was published
     * @throws IllegalStateException if the headers were not written by this class
     */
    static ProducerRecord<byte[], byte[]> record(OutboxRow row, byte[] stamp) {
        byte[] value = row.envelope() ? EnvelopeCodec.stampPublished(row.value(), stamp) : row.value();
        byte[] key = row.key() == null ? null : row.key().getBytes(StandardCharsets.UTF_8);
        ProducerRecord<byte[], byte[]> record = new ProducerRecord<>(row.topic(), null, key, value);
        forEach(row.headers(), (name, text) -> record.headers()
                .add(new RecordHeader(name, text.getBytes(StandardCharsets.UTF_8))));
        return record;
    }

    private static void forEach(String headers, BiConsumer<String, String> each) {
        if (!headers.isEmpty() && headers.charAt(0) == JSON_START) {
            parsed(headers).forEach(each);
            return;
        }
        int position = 0;
        while (position < headers.length()) {
            int nameEnd = headers.indexOf(END_OF_NAME, position);
            int valueEnd = headers.indexOf(END_OF_VALUE, nameEnd + 1);
            if (nameEnd < 0 || valueEnd < 0) {
                throw new IllegalStateException("Headers were not written by the outbox: " + headers);
            }
            each.accept(headers.substring(position, nameEnd), headers.substring(nameEnd + 1, valueEnd));
            position = valueEnd + 1;
        }
    }

    private static boolean isPlain(String text) {
        return text.indexOf(END_OF_NAME) < 0 && text.indexOf(END_OF_VALUE) < 0;
    }

    private static String json(Map<String, String> headers) {
        try {
            return JSON.writeValueAsString(headers);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("A map of texts always has a text", impossible);
        }
    }

    private static Map<String, String> parsed(String headers) {
        try {
            return JSON.readValue(headers, MAP);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Headers were not written by the outbox: " + headers, e);
        }
    }
}
