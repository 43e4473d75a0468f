package io.orderflow.kafkaadapters.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.orderflow.testing.support.time.SettableClock;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;

class BatchSenderTest {

    private static final Instant NOON = Instant.parse("2026-07-02T12:00:00Z");

    private final SettableClock clock = SettableClock.at(NOON);
    private RuntimeException failure = new TimeoutException("broker away");

    @Test
    void acknowledgesNothingBehindAFailureOfTheSameKey() {
        List<OutboxRow> rows = List.of(row(1, "a"), row(2, "b"), row(3, "broken"), row(4, "broken"), row(5, "a"));
        BatchSender.Result result = sender("broken", 3).send(rows);
        assertThat(result.sent()).extracting(OutboxRow::id).containsExactly(1L, 2L, 5L);
        assertThat(result.unsendable()).isEmpty();
        assertThat(result.pauseBecause()).containsInstanceOf(TimeoutException.class);
    }

    @Test
    void setsAsideWhatCanNeverBeSentAndGoesOnWithItsKey() {
        failure = new RecordTooLargeException("2 MB");
        BatchSender.Result result = sender("big", 1).send(List.of(row(1, "big"), row(2, "big")));
        assertThat(result.sent()).extracting(OutboxRow::id).containsExactly(2L);
        assertThat(result.unsendable()).hasSize(1).containsValue(failure.toString());
        assertThat(result.pauseBecause()).isEmpty();
    }

    /** Fails the send of the row with the given id, the others arrive. */
    private BatchSender sender(String key, long failing) {
        MockProducer<byte[], byte[]> producer =
                new MockProducer<>(true, new ByteArraySerializer(), new ByteArraySerializer()) {
                    @Override
                    public synchronized Future<RecordMetadata> send(ProducerRecord<byte[], byte[]> record) {
                        boolean fails = key.equals(new String(record.key(), StandardCharsets.UTF_8))
                                && Long.toString(failing).equals(new String(record.value(), StandardCharsets.UTF_8));
                        return fails ? CompletableFuture.failedFuture(failure) : super.send(record);
                    }
                };
        SimpleMeterRegistry meters = new SimpleMeterRegistry();
        return new BatchSender(producer, clock, new OutboxMeters(meters, clock, null));
    }

    private static OutboxRow row(long id, String key) {
        byte[] value = Long.toString(id).getBytes(StandardCharsets.UTF_8);
        return new OutboxRow(1, id, "oms.order.events.v1", key, "OrderCaptured", "{}", value, false, NOON);
    }
}
