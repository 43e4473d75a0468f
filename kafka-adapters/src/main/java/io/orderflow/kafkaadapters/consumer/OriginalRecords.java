package io.orderflow.kafkaadapters.consumer;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.orderflow.kafkaadapters.deadletter.DeadLetter.OriginalRecord;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.zip.GZIPOutputStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;

/** A record as it goes into its dead letter: as readable as possible, always small enough to be sent. */
final class OriginalRecords {

    /** A record can carry thousands of headers; the first hundred tell the story and keep the letter sendable. */
    private static final int MOST_HEADERS = 100;

    private static final int LONGEST_TEXT = 2_000;

    private OriginalRecords() {}

    /** @param room bytes that the value may take */
    static OriginalRecord of(ConsumerRecord<byte[], byte[]> source, int room) {
        String key = source.key() == null ? null : text(source.key());
        byte[] value = source.value();
        if (value == null) {
            return new OriginalRecord(key, headers(source), null, "utf-8");
        }
        // As JSON text every byte may need escaping, so only a value with room to spare is certain to fit.
        if (value.length < room / 2) {
            try {
                String text = StandardCharsets.UTF_8
                        .newDecoder()
                        .decode(ByteBuffer.wrap(value))
                        .toString();
                return new OriginalRecord(key, headers(source), text, "utf-8");
            } catch (CharacterCodingException notText) {
                return new OriginalRecord(
                        key, headers(source), Base64.getEncoder().encodeToString(value), "base64");
            }
        }
        String packed = Base64.getEncoder().encodeToString(gzip(value));
        return packed.length() < room
                ? new OriginalRecord(key, headers(source), packed, "gzip+base64")
                : new OriginalRecord(key, headers(source), null, "omitted");
    }

    private static ObjectNode headers(ConsumerRecord<byte[], byte[]> source) {
        ObjectNode headers = JsonNodeFactory.instance.objectNode();
        int many = 0;
        for (Header header : source.headers()) {
            if (many++ == MOST_HEADERS) {
                break;
            }
            headers.put(
                    Hearsay.shortened(header.key(), LONGEST_TEXT),
                    header.value() == null ? null : text(header.value()));
        }
        return headers;
    }

    private static String text(byte[] bytes) {
        return Hearsay.shortened(new String(bytes, StandardCharsets.UTF_8), LONGEST_TEXT);
    }

    private static byte[] gzip(byte[] value) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream zip = new GZIPOutputStream(packed)) {
            zip.write(value);
        } catch (IOException e) {
            throw new UncheckedIOException("Packing in memory", e);
        }
        return packed.toByteArray();
    }
}
