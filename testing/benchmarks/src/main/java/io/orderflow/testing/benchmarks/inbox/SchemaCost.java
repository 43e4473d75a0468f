package io.orderflow.testing.benchmarks.inbox;

import com.fasterxml.jackson.databind.JsonNode;
import io.orderflow.kafkaadapters.catalog.EventCatalog;
import io.orderflow.kafkaadapters.catalog.EventDefinition;
import io.orderflow.kafkaadapters.envelope.EnvelopeCodec;
import io.orderflow.testing.benchmarks.workload.Events;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * What holding an event to its schema costs by itself: CPU time of one warm thread. Asking for the time costs about as
 * much as validating an event, so it is asked for once per poll: for parsing, then for parsing and validating the same
 * records, each validated right after it was parsed as the consumer does it.
 *
 * @param parseMicros parsing one record
 * @param validateMicros validating one parsed record
 */
record SchemaCost(double parseMicros, double validateMicros) {

    private static final int POLL = 500;
    private static final int ROUNDS = 5;
    private static final int WARM_UP_ROUNDS = 2;

    static SchemaCost of(List<ConsumerRecord<String, byte[]>> records) throws IOException {
        EnvelopeCodec codec = new EnvelopeCodec();
        EventCatalog catalog = EventCatalog.load();
        EventDefinition definition = catalog.newest(Events.TYPE).orElseThrow();
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        long parse = 0;
        long both = 0;
        for (int round = 0; round < WARM_UP_ROUNDS + ROUNDS; round++) {
            for (int from = 0; from < records.size(); from += POLL) {
                List<ConsumerRecord<String, byte[]>> poll =
                        records.subList(from, Math.min(records.size(), from + POLL));
                long start = threads.getCurrentThreadCpuTime();
                parse(codec, poll);
                long parsed = threads.getCurrentThreadCpuTime();
                validate(codec, catalog, definition, poll);
                if (round >= WARM_UP_ROUNDS) {
                    parse += parsed - start;
                    both += threads.getCurrentThreadCpuTime() - parsed;
                }
            }
        }
        double measured = 1e3 * ROUNDS * records.size();
        return new SchemaCost(parse / measured, (both - parse) / measured);
    }

    private static void parse(EnvelopeCodec codec, List<ConsumerRecord<String, byte[]>> records) throws IOException {
        for (ConsumerRecord<String, byte[]> received : records) {
            if (codec.parse(received.value()).isEmpty()) {
                throw new IllegalStateException("the topic holds an empty event at offset " + received.offset());
            }
        }
    }

    private static void validate(
            EnvelopeCodec codec,
            EventCatalog catalog,
            EventDefinition definition,
            List<ConsumerRecord<String, byte[]>> records)
            throws IOException {
        for (ConsumerRecord<String, byte[]> received : records) {
            JsonNode tree = codec.parse(received.value());
            if (!catalog.violations(definition, tree).isEmpty()) {
                throw new IllegalStateException("the topic holds an invalid event at offset " + received.offset());
            }
        }
    }
}
