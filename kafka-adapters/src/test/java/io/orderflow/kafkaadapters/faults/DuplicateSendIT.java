package io.orderflow.kafkaadapters.faults;

import io.orderflow.kafkaadapters.TestEvents;
import io.orderflow.testing.support.kafka.TestKafka;
import java.util.List;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A relay sends everything twice, as one does that died before it could acknowledge. */
class DuplicateSendIT {

    private static final int EVENTS = 300;

    @Test
    void isHarmlessBecauseOfTheLedger() {
        CatalogTopics.createEmpty();
        Victim victim = Victim.ofNewName();
        Victim worse = Victim.withoutLedger();
        try (FaultNode node = victim.startNode();
                FaultNode worseNode = worse.startNode()) {
            List<UUID> ids = Business.publish(Business.newOrders(EVENTS));
            TestKafka.sendAll(again(TestKafka.records(TestEvents.TOPIC)));
            victim.group().awaitNoLag();
            worse.group().awaitNoLag();

            Evidence.assertAppliedOnce(ids, victim.effects().all());
            Evidence.assertBroken(
                    () -> Evidence.assertAppliedOnce(ids, worse.effects().all()));
        }
    }

    private static List<ProducerRecord<@Nullable String, byte[]>> again(List<ConsumerRecord<String, byte[]>> records) {
        return records.stream()
                .map(record -> new ProducerRecord<@Nullable String, byte[]>(
                        record.topic(), record.partition(), record.key(), record.value(), record.headers()))
                .toList();
    }
}
