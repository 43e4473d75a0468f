package io.orderflow.kafkaadapters.consumer;

import io.orderflow.kafkaadapters.envelope.EventEnvelope;
import io.orderflow.kafkaadapters.failure.FailureClass;
import io.orderflow.kafkaadapters.inbox.InboxEvent;
import io.orderflow.kafkaadapters.inbox.LedgerRow;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/** A polled record after everything that can be said about it without the database. */
sealed interface Decoded {

    ConsumerRecord<byte[], byte[]> source();

    /** How the ledger remembers it if nothing else happens. */
    LedgerRow row();

    /** A valid event of a type this consumer handles. */
    record Handled(ConsumerRecord<byte[], byte[]> source, InboxEvent event, long digest) implements Decoded {

        @Override
        public LedgerRow row() {
            return rowOf(source, event.envelope(), digest, LedgerRow.Outcome.APPLIED, null);
        }
    }

    /** A valid event of a type this consumer has nothing to do for. */
    record Unhandled(ConsumerRecord<byte[], byte[]> source, EventEnvelope<?> event, long digest) implements Decoded {

        @Override
        public LedgerRow row() {
            return rowOf(source, event, digest, LedgerRow.Outcome.IGNORED, "type not handled by this consumer");
        }
    }

    /**
     * A record that breaks its contract. What it says about itself is kept as hearsay.
     *
     * @param waits whether it is parked until this consumer knows its version, instead of becoming a dead letter
     * @param ledgerId derived from the record's position, because an id inside a broken record could belong to a good one
     */
    record Refused(
            ConsumerRecord<byte[], byte[]> source,
            UUID ledgerId,
            boolean waits,
            FailureClass failureClass,
            String code,
            String reason,
            @Nullable String eventId,
            @Nullable String eventType,
            @Nullable String tenantId)
            implements Decoded {

        @Override
        public LedgerRow row() {
            return new LedgerRow(
                    ledgerId,
                    source.topic(),
                    source.partition(),
                    source.offset(),
                    eventType,
                    tenantId,
                    null,
                    null,
                    null,
                    waits ? LedgerRow.Outcome.PARKED : LedgerRow.Outcome.DEAD_LETTER,
                    code,
                    reason,
                    1);
        }
    }

    /** An id for a record without a usable one: the same on every redelivery of this record. */
    static UUID positionId(String consumer, ConsumerRecord<?, ?> source) {
        String position = consumer + '|' + source.topic() + '|' + source.partition() + '|' + source.offset();
        return UUID.nameUUIDFromBytes(position.getBytes(StandardCharsets.UTF_8));
    }

    private static LedgerRow rowOf(
            ConsumerRecord<?, ?> source,
            EventEnvelope<?> event,
            long digest,
            LedgerRow.Outcome outcome,
            @Nullable String reason) {
        return new LedgerRow(
                event.eventId(),
                source.topic(),
                source.partition(),
                source.offset(),
                event.eventType(),
                event.tenantId(),
                event.aggregateId(),
                event.aggregateVersion(),
                digest,
                outcome,
                null,
                reason,
                1);
    }
}
