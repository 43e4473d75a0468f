package io.orderflow.kafkaadapters.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.orderflow.kafkaadapters.TestEvents;
import io.orderflow.kafkaadapters.envelope.EnvelopeCodec;
import io.orderflow.testing.support.kafka.TestKafka;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;

/** A producer renames a field that its contract requires; its records lie among those of others in one partition. */
class SchemaBreakIT {

    private static final EnvelopeCodec CODEC = new EnvelopeCodec();

    private final AtomicInteger attempts = new AtomicInteger();

    @Test
    void costsTheBrokenRecordsOnly() {
        CatalogTopics.createEmpty();
        List<String> orders = Business.newOrdersOfOnePartition(21);
        List<UUID> ids = new ArrayList<>(Business.publish(orders.subList(0, 10)));
        publishBroken(orders.get(10));
        ids.addAll(Business.publish(orders.subList(11, 21)));
        Victim victim = Victim.ofNewName();
        Victim worse = Victim.ofNewName();
        try (FaultNode node = victim.startNode();
                FaultNode worseNode = worse.node()
                        .handler(jdbc -> new EffectHandler(worse.group().name(), jdbc))
                        .beforeEachBatch((records, consumer) -> records.forEach(this::readAsType))
                        .start()) {
            await().atMost(Duration.ofMinutes(2)).untilAsserted(() -> {
                Evidence.assertAppliedOnce(ids, victim.effects().all());
                assertThat(victim.deadLetters()).isEqualTo(1);
            });
            await().atMost(Duration.ofMinutes(2)).until(() -> attempts.get() >= 4);
            Evidence.assertBroken(
                    () -> Evidence.assertAppliedOnce(ids, worse.effects().all()));
        }
    }

    /** What a deserializer does that holds records to a type and not to a contract: it throws, again and again. */
    private void readAsType(ConsumerRecord<byte[], byte[]> record) {
        if (tree(record.value()).path("payload").path("orderLineId").isMissingNode()) {
            attempts.incrementAndGet();
            throw new IllegalStateException("payload.orderLineId is missing");
        }
    }

    private static void publishBroken(String order) {
        Business.publish(List.of(order), record -> {
            ObjectNode value = (ObjectNode) tree(record.value());
            ObjectNode payload = (ObjectNode) value.path("payload");
            payload.set("lineId", payload.remove("orderLineId"));
            return new ProducerRecord<>(record.topic(), null, record.key(), CODEC.toBytes(value), record.headers());
        });
        assertThat(TestKafka.records(TestEvents.TOPIC)).hasSize(11);
    }

    private static JsonNode tree(byte[] value) {
        try {
            return CODEC.parse(value);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
