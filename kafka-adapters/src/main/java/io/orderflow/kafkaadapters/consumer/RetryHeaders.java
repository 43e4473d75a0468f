package io.orderflow.kafkaadapters.consumer;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.orderflow.kafkaadapters.deadletter.PastAttempt;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.jspecify.annotations.Nullable;

/**
 * What a record on a retry topic carries beside its own headers: for whom it is, where it came from, what went wrong. Names
 * of our own, because those of frameworks are obeyed by frameworks.
 */
final class RetryHeaders {

    static final String CONSUMER_GROUP = "orderflow-retry-consumer-group";
    static final String SOURCE = "orderflow-retry-source";
    static final String HISTORY = "orderflow-retry-history";

    private static final JsonMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();
    private static final TypeReference<List<PastAttempt>> ATTEMPTS = new TypeReference<>() {};

    private RetryHeaders() {}

    /**
     * A record of a retry topic, understood.
     *
     * @param original the record as it was on its source topic
     * @param history all tries so far, oldest first
     */
    record Retried(String consumerGroup, ConsumerRecord<byte[], byte[]> original, List<PastAttempt> history) {}

    private record Source(@Nullable String topic, int partition, long offset, long timestamp) {}

    static Map<String, String> of(
            String consumerGroup, ConsumerRecord<byte[], byte[]> source, List<PastAttempt> history) {
        Map<String, String> headers = new LinkedHashMap<>();
        for (Header header : source.headers()) {
            if (header.value() != null) {
                headers.put(header.key(), new String(header.value(), StandardCharsets.UTF_8));
            }
        }
        headers.put(CONSUMER_GROUP, consumerGroup);
        headers.put(SOURCE, json(new Source(source.topic(), source.partition(), source.offset(), source.timestamp())));
        headers.put(HISTORY, json(history));
        return headers;
    }

    /** Empty if the record does not carry what we write: it was put there by somebody else. */
    static Optional<Retried> read(ConsumerRecord<byte[], byte[]> record) {
        try {
            String group = text(record, CONSUMER_GROUP);
            Source source = JSON.readValue(text(record, SOURCE), Source.class);
            List<PastAttempt> history = JSON.readValue(text(record, HISTORY), ATTEMPTS);
            if (source == null || source.topic() == null || history == null || history.contains(null)) {
                return Optional.empty();
            }
            RecordHeaders headers = new RecordHeaders(record.headers().toArray());
            headers.remove(CONSUMER_GROUP).remove(SOURCE).remove(HISTORY);
            return history.isEmpty()
                    ? Optional.empty()
                    : Optional.of(new Retried(
                            group,
                            RecordCopy.record(
                                    source.topic(),
                                    source.partition(),
                                    source.offset(),
                                    source.timestamp(),
                                    record.key(),
                                    record.value(),
                                    headers),
                            history));
        } catch (IOException foreign) {
            return Optional.empty();
        }
    }

    private static String text(ConsumerRecord<byte[], byte[]> record, String name) throws IOException {
        Header header = record.headers().lastHeader(name);
        if (header == null || header.value() == null) {
            throw new IOException("no header " + name);
        }
        return new String(header.value(), StandardCharsets.UTF_8);
    }

    private static String json(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (IOException impossible) {
            throw new UncheckedIOException("Numbers and texts always have a text", impossible);
        }
    }
}
