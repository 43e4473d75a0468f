package io.orderflow.kafkaadapters.consumer;

import io.orderflow.kafkaadapters.failure.FailureClassifier;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.kafka.listener.BatchMessageListener;

/**
 * What happens with a poll: decode, apply in one transaction, and only on returning does the container commit offsets.
 * Broken infrastructure is thrown, so that the container tries the same records again in place. Any other failure is
 * narrowed down by halving until one record stands alone and is buried; its neighbours are applied.
 */
final class BatchConsumer implements BatchMessageListener<byte[], byte[]> {

    private static final Logger LOG = LoggerFactory.getLogger(BatchConsumer.class);

    private final RecordDecoder decoder;
    private final Ledger ledger;
    private final BatchTransaction transaction;
    private final ConsumerMeters meters;

    BatchConsumer(RecordDecoder decoder, Ledger ledger, BatchTransaction transaction, ConsumerMeters meters) {
        this.decoder = decoder;
        this.ledger = ledger;
        this.transaction = transaction;
        this.meters = meters;
    }

    @Override
    public void onMessage(List<ConsumerRecord<byte[], byte[]>> records) {
        meters.batch(records.size(), () -> {
            List<Decoded> decoded = new ArrayList<>(records.size());
            records.forEach(record -> decoded.add(decoder.decode(record)));
            meters.handled(records.size(), applyOrNarrow(decoded));
        });
    }

    private List<Entry> applyOrNarrow(List<Decoded> records) {
        try {
            return transaction.apply(() -> ledger.admit(records));
        } catch (RuntimeException failure) {
            if (FailureClassifier.isTransient(failure)) {
                throw failure;
            }
            if (records.size() == 1) {
                return applyOrBury(() -> ledger.admit(records), failure);
            }
            LOG.warn("A record among {} cannot be handled; looking for it: {}", records.size(), failure.toString());
            int half = records.size() / 2;
            List<Entry> entries = new ArrayList<>(applyOrNarrow(records.subList(0, half)));
            entries.addAll(applyOrNarrow(records.subList(half, records.size())));
            return entries;
        }
    }

    /** The failure may be that of a parked event which this record brought along: that one is left to the sweep. */
    private List<Entry> applyOrBury(Supplier<List<Entry>> source, RuntimeException failure) {
        try {
            return transaction.applyAlone(source);
        } catch (RuntimeException again) {
            if (FailureClassifier.isTransient(again)) {
                throw again;
            }
            LOG.error("Handling failed for good, the record becomes a dead letter", failure);
            return transaction.bury(source, HandlerFailure.CODE, HandlerFailure.reason(again));
        }
    }
}
