package io.orderflow.kafkaadapters.consumer;

import com.fasterxml.jackson.databind.JsonNode;
import io.orderflow.kafkaadapters.deadletter.StoredDeadLetter;
import io.orderflow.kafkaadapters.envelope.EnvelopeCodec;
import io.orderflow.kafkaadapters.envelope.EventHeaders;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;

/** Puts a value that an operator has corrected in the place of a broken record: key and headers follow from the value. */
record CorrectedRecords(EnvelopeCodec codec) {

    /** A value that is no envelope keeps the old key and headers; whoever decodes it says what is wrong. */
    ConsumerRecord<byte[], byte[]> of(StoredDeadLetter letter, byte[] value) {
        JsonNode tree;
        try {
            tree = codec.parse(value);
        } catch (IOException notAnEnvelope) {
            return RecordCopy.record(
                    letter.topic(),
                    letter.partition(),
                    letter.offset(),
                    letter.timestamp(),
                    letter.key(),
                    value,
                    RecordCopy.headersOf(letter.headers()));
        }
        RecordHeaders headers = new RecordHeaders();
        EventHeaders.ALL.stream().filter(tree::hasNonNull).forEach(name -> headers.add(name, bytes(tree, name)));
        return RecordCopy.record(
                letter.topic(),
                letter.partition(),
                letter.offset(),
                letter.timestamp(),
                bytes(tree, "aggregateId"),
                value,
                headers);
    }

    private static byte[] bytes(JsonNode tree, String field) {
        return tree.path(field).asText().getBytes(StandardCharsets.UTF_8);
    }
}
