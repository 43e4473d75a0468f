package io.orderflow.testing.contractkits;

import com.fasterxml.jackson.databind.JsonNode;
import io.orderflow.kafkaadapters.envelope.EnvelopeCodec;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.awaitility.core.ConditionTimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/** One event that a service has really published, and what it sent of it so far. */
final class Production implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Production.class);

    private static final EnvelopeCodec CODEC = new EnvelopeCodec();

    private final EventContract contract;
    private final TopicTail tail;
    private final String aggregateId;

    /** @param value the record's value as tree */
    record Sent(ConsumerRecord<String, byte[]> record, JsonNode value) {

        static Sent of(ConsumerRecord<String, byte[]> record) {
            try {
                return new Sent(record, CODEC.parse(record.value()));
            } catch (IOException e) {
                throw new UncheckedIOException("not JSON on " + record.topic(), e);
            }
        }

        String field(String name) {
            return value.path(name).asText();
        }

        @Override
        public String toString() {
            return value.toString();
        }
    }

    private Production(EventContract contract, TopicTail tail, String aggregateId) {
        this.contract = contract;
        this.tail = tail;
        this.aggregateId = aggregateId;
    }

    /** Plays the scene, with an outbox that fails to take note of its first record. */
    static Production of(ProducedEvent event, EventContract contract, JdbcClient jdbc) {
        TopicTail tail = new TopicTail(contract.topic());
        try (LostAcknowledgement lost = LostAcknowledgement.of(contract.definition(), jdbc)) {
            Production production = new Production(contract, tail, event.scene().get());
            Patience.await(event.eventType() + " on " + contract.topic())
                    .until(() -> !production.all().isEmpty());
            production.awaitRepetition();
            return production;
        } catch (RuntimeException | Error e) {
            tail.close();
            throw e;
        }
    }

    /** Whether it comes is one test's business and not the others'. */
    private void awaitRepetition() {
        try {
            Patience.await("a repetition").until(() -> repeated().size() > 1);
        } catch (ConditionTimeoutException e) {
            LOG.warn("{} was not sent again", contract.definition().eventType());
        }
    }

    Sent first() {
        return all().get(0);
    }

    /** The same fact as often as it was sent: more than once, because its acknowledgement was lost. */
    List<Sent> repeated() {
        String version = first().field("aggregateVersion");
        return all().stream()
                .filter(sent -> sent.field("aggregateVersion").equals(version))
                .toList();
    }

    /** Found by what the value says, since the key is one of the things to be checked. */
    private List<Sent> all() {
        return tail.records().stream()
                .map(Sent::of)
                .filter(sent -> sent.field("aggregateId").equals(aggregateId)
                        && sent.field("eventType").equals(contract.definition().eventType()))
                .toList();
    }

    @Override
    public void close() {
        tail.close();
    }
}
