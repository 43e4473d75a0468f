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
 * What holding an event to its schema costs by itself: CPU time of one warm thread, parsing not included.
 *
 * @param parseMicros parsing one record
 * @param validateMicros validating one parsed record
 */
record SchemaCost(double parseMicros, double validateMicros) {

    static SchemaCost of(List<ConsumerRecord<String, byte[]>> records) throws IOException {
        EnvelopeCodec codec = new EnvelopeCodec();
        EventCatalog catalog = EventCatalog.load();
        EventDefinition definition = catalog.newest(Events.TYPE).orElseThrow();
        once(codec, catalog, definition, records); // warm-up
        return once(codec, catalog, definition, records);
    }

    private static SchemaCost once(
            EnvelopeCodec codec,
            EventCatalog catalog,
            EventDefinition definition,
            List<ConsumerRecord<String, byte[]>> records)
            throws IOException {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        long parse = 0;
        long validate = 0;
        for (ConsumerRecord<String, byte[]> received : records) {
            long start = threads.getCurrentThreadCpuTime();
            JsonNode tree = codec.parse(received.value());
            long parsed = threads.getCurrentThreadCpuTime();
            if (!catalog.violations(definition, tree).isEmpty()) {
                throw new IllegalStateException("the topic holds an invalid event at offset " + received.offset());
            }
            parse += parsed - start;
            validate += threads.getCurrentThreadCpuTime() - parsed;
        }
        return new SchemaCost(parse / 1e3 / records.size(), validate / 1e3 / records.size());
    }
}
