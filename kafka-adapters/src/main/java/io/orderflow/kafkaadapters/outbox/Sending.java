package io.orderflow.kafkaadapters.outbox;

import java.util.List;
import java.util.Map;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.RecordMetadata;

/**
 * A batch on its way.
 *
 * @param rows in the order of reading
 * @param fates what has become of each row so far, at the same index; shorter if the rest was not tried
 * @param alone true if nothing may be sent before this batch is settled
 */
record Sending(List<OutboxRow> rows, List<Fate> fates, boolean alone) {

    sealed interface Fate {}

    /** Handed to the producer. */
    record UnderWay(Future<RecordMetadata> acknowledgement) implements Fate {}

    /** Can never be sent. */
    record Refused(Unsendable why) implements Fate {}

    /** The broker could not be reached for it. */
    record Failed(Throwable failure) implements Fate {}

    /** Waits behind a parked row of its key. */
    record Behind() implements Fate {}

    /** Not tried because something before it failed. */
    record Untried() implements Fate {}

    /**
     * What became of a batch. Rows that appear nowhere stay for a later pass: behind a failed row of their key nothing is
     * acknowledged, so it is sent again after that row.
     *
     * @param sent acknowledged by the broker
     * @param unsendable can never be sent
     * @param behind wait behind an unsendable row of their key
     * @param failures the broker's failure for each topic that had one: wait before the next try
     */
    record Result(
            List<OutboxRow> sent,
            Map<OutboxRow, Unsendable> unsendable,
            List<OutboxRow> behind,
            Map<String, Throwable> failures) {}
}
