package io.orderflow.kafkaadapters.outbox;

import io.orderflow.kafkaadapters.envelope.EnvelopeCodec;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.InvalidTopicException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.jspecify.annotations.Nullable;

/** Sends rows pipelined through one idempotent producer and sorts them by what became of them. */
final class BatchSender {

    private final Producer<byte[], byte[]> producer;
    private final Clock clock;
    private final OutboxMeters meters;

    BatchSender(Producer<byte[], byte[]> producer, Clock clock, OutboxMeters meters) {
        this.producer = producer;
        this.clock = clock;
        this.meters = meters;
    }

    /**
     * What became of a batch. Rows in neither collection stay for the next pass: behind a failed row of their key nothing
     * is acknowledged, so it is sent again after that row.
     *
     * @param sent acknowledged by the broker
     * @param unsendable can never be sent, with the reason
     * @param pauseBecause the broker's failure, if there was one: wait before the next pass
     */
    record Result(List<OutboxRow> sent, Map<OutboxRow, String> unsendable, Optional<Throwable> pauseBecause) {}

    Result send(List<OutboxRow> rows) {
        List<Future<RecordMetadata>> sends = new ArrayList<>(rows.size());
        Instant now = clock.instant();
        for (OutboxRow row : rows) {
            sends.add(sendOne(row, now));
        }
        producer.flush();
        return sort(rows, sends);
    }

    private Future<RecordMetadata> sendOne(OutboxRow row, Instant now) {
        byte[] value = row.envelope() ? EnvelopeCodec.stampPublished(row.value(), now) : row.value();
        byte[] key = row.key() == null ? null : row.key().getBytes(StandardCharsets.UTF_8);
        ProducerRecord<byte[], byte[]> sent = new ProducerRecord<>(row.topic(), null, key, value);
        RecordHeaders.decode(row.headers()).forEach((name, text) -> sent.headers()
                .add(new RecordHeader(name, text.getBytes(StandardCharsets.UTF_8))));
        return producer.send(sent);
    }

    private Result sort(List<OutboxRow> rows, List<Future<RecordMetadata>> sends) {
        List<OutboxRow> sent = new ArrayList<>(rows.size());
        Map<OutboxRow, String> unsendable = new LinkedHashMap<>();
        Set<String> heldKeys = new HashSet<>();
        Throwable pauseBecause = null;
        for (int i = 0; i < rows.size(); i++) {
            OutboxRow row = rows.get(i);
            Throwable failure = failureOf(sends.get(i));
            if (failure == null) {
                if (!heldKeys.contains(row.orderedBy())) {
                    sent.add(row);
                    meters.published(row);
                }
            } else if (isFatalForRecord(failure)) {
                unsendable.put(row, failure.toString());
                meters.failed(row, "unsendable");
            } else {
                heldKeys.add(row.orderedBy());
                pauseBecause = failure;
                meters.failed(row, "broker");
            }
        }
        return new Result(sent, unsendable, Optional.ofNullable(pauseBecause));
    }

    private static @Nullable Throwable failureOf(Future<RecordMetadata> send) {
        try {
            send.get();
            return null;
        } catch (ExecutionException e) {
            return e.getCause() == null ? e : e.getCause();
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        }
    }

    private static boolean isFatalForRecord(Throwable failure) {
        return failure instanceof RecordTooLargeException
                || failure instanceof InvalidTopicException
                || failure instanceof SerializationException;
    }
}
