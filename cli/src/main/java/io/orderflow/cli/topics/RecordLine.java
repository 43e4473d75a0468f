package io.orderflow.cli.topics;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;

/** A record for reading. Control characters in it do not reach the terminal. */
final class RecordLine {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss.SSS").withZone(ZoneOffset.UTC);

    private final PrintWriter out;
    private final boolean withValue;

    RecordLine(PrintWriter out, boolean withValue) {
        this.out = out;
        this.withValue = withValue;
    }

    void print(ConsumerRecord<String, byte[]> record) {
        out.println(line(record));
        if (withValue) {
            out.println("    " + printable(new String(value(record), StandardCharsets.UTF_8)));
        }
        out.flush();
    }

    static String line(ConsumerRecord<String, byte[]> record) {
        JsonNode envelope = json(value(record));
        String type = header(record, "eventType", envelope.path("eventType").asText("(no event)"));
        return "%2d/%-6d %s  %-32s %-38s %s"
                .formatted(
                        record.partition(),
                        record.offset(),
                        TIME.format(Instant.ofEpochMilli(record.timestamp())),
                        printable(type),
                        printable(String.valueOf(record.key())),
                        envelope.hasNonNull("aggregateVersion")
                                ? "v" + envelope.path("aggregateVersion").asText()
                                : "-");
    }

    private static byte[] value(ConsumerRecord<String, byte[]> record) {
        return record.value() == null ? new byte[0] : record.value();
    }

    private static String header(ConsumerRecord<?, ?> record, String name, String absent) {
        Header header = record.headers().lastHeader(name);
        return header == null || header.value() == null ? absent : new String(header.value(), StandardCharsets.UTF_8);
    }

    private static JsonNode json(byte[] value) {
        try {
            return JSON.readTree(value);
        } catch (IOException notJson) {
            return MissingNode.getInstance();
        }
    }

    private static String printable(String text) {
        return text.replaceAll("\\p{Cntrl}", "?");
    }
}
