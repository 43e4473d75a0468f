package io.orderflow.kafkaadapters.consumer;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.orderflow.kafkaadapters.deadletter.StoredDeadLetter;
import io.orderflow.kafkaadapters.inbox.ParkedEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.jspecify.annotations.Nullable;

/** Records that are put aside and come back byte by byte as they were. */
final class RecordCopy {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final TypeReference<List<StoredHeader>> HEADERS = new TypeReference<>() {};

    private RecordCopy() {}

    /** Bytes become base64 in JSON, so any header survives. */
    record StoredHeader(String name, byte @Nullable [] value) {}

    static String headers(Headers headers) {
        List<StoredHeader> stored = new ArrayList<>();
        headers.forEach(header -> stored.add(new StoredHeader(header.key(), header.value())));
        try {
            return JSON.writeValueAsString(stored);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("Names and bytes always have a text", impossible);
        }
    }

    static ConsumerRecord<byte[], byte[]> of(ParkedEvent parked) {
        return record(
                parked.topic(),
                parked.partition(),
                parked.offset(),
                parked.timestamp(),
                parked.key(),
                parked.value(),
                headersOf(parked.headers()));
    }

    static ConsumerRecord<byte[], byte[]> of(StoredDeadLetter letter) {
        return record(
                letter.topic(),
                letter.partition(),
                letter.offset(),
                letter.timestamp(),
                letter.key(),
                letter.value(),
                headersOf(letter.headers()));
    }

    static ConsumerRecord<byte[], byte[]> record(
            String topic,
            int partition,
            long offset,
            long timestamp,
            byte @Nullable [] key,
            byte @Nullable [] value,
            Headers headers) {
        return new ConsumerRecord<>(
                topic,
                partition,
                offset,
                timestamp,
                TimestampType.CREATE_TIME,
                key == null ? ConsumerRecord.NULL_SIZE : key.length,
                value == null ? ConsumerRecord.NULL_SIZE : value.length,
                key,
                value,
                headers,
                Optional.empty());
    }

    static Headers headersOf(String stored) {
        try {
            RecordHeaders headers = new RecordHeaders();
            JSON.readValue(stored, HEADERS).forEach(header -> headers.add(header.name(), header.value()));
            return headers;
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Not written by this class: " + stored, e);
        }
    }
}
