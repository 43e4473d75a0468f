package io.orderflow.testing.contractkits;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.orderflow.kafkaadapters.envelope.EventHeaders;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.apache.kafka.clients.producer.ProducerInterceptor;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.jspecify.annotations.Nullable;

/**
 * What bad producers do to events, done behind the outbox that would not let them. It sits in the Kafka client, so that it
 * works on every sending, the repeated ones too.
 */
public final class Sabotage implements ProducerInterceptor<byte[], byte[]> {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** One at a time: the client makes the interceptor, so there is no other way to tell it. */
    private static volatile Fault current = Fault.NONE;

    /** A way of being bad. */
    enum Fault {
        NONE(record -> record),
        WRONG_KEY(record -> copy(record, "somebody-else".getBytes(StandardCharsets.UTF_8), record.value())),
        MISSING_HEADER(record -> {
            record.headers().remove(EventHeaders.SCHEMA_REF);
            return record;
        }),
        ID_OF_ITS_OWN_FOR_EACH_SENDING(record -> {
            String id = UUID.randomUUID().toString();
            record.headers().remove(EventHeaders.EVENT_ID);
            record.headers().add(EventHeaders.EVENT_ID, id.getBytes(StandardCharsets.UTF_8));
            return changed(record, event -> event.put(EventHeaders.EVENT_ID, id));
        }),
        AGAINST_THE_SCHEMA(record -> changed(record, event -> {
            event.withObject("/payload").put("acceptedAt", "on the second of July");
            return event;
        })),
        THIN_PAYLOAD(record -> changed(record, event -> {
            event.at("/payload/lines").forEach(line -> ((ObjectNode) line).remove("description"));
            return event;
        })),
        WRONG_VERSION(record -> {
            record.headers().remove(EventHeaders.EVENT_VERSION);
            record.headers().add(EventHeaders.EVENT_VERSION, "2".getBytes(StandardCharsets.UTF_8));
            return changed(record, event -> event.put("eventVersion", 2));
        });

        private final UnaryOperator<ProducerRecord<byte[], byte[]>> deed;

        Fault(UnaryOperator<ProducerRecord<byte[], byte[]>> deed) {
            this.deed = deed;
        }
    }

    static void become(Fault fault) {
        current = fault;
    }

    @Override
    public ProducerRecord<byte[], byte[]> onSend(ProducerRecord<byte[], byte[]> record) {
        return current.deed.apply(record);
    }

    private static ProducerRecord<byte[], byte[]> changed(
            ProducerRecord<byte[], byte[]> record, UnaryOperator<ObjectNode> change) {
        try {
            ObjectNode event = (ObjectNode) JSON.readTree(record.value());
            return copy(record, record.key(), JSON.writeValueAsBytes(change.apply(event)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ProducerRecord<byte[], byte[]> copy(
            ProducerRecord<byte[], byte[]> record, byte[] key, byte[] value) {
        return new ProducerRecord<>(record.topic(), record.partition(), key, value, record.headers());
    }

    @Override
    public void onAcknowledgement(@Nullable RecordMetadata metadata, @Nullable Exception exception) {}

    @Override
    public void close() {}

    @Override
    public void configure(Map<String, ?> configs) {}
}
