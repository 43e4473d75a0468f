package io.orderflow.kafkaadapters.faults;

import java.util.List;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** What a worse consumer does with a polled batch before anything else; what it throws, the container sees. */
interface BatchPrelude {

    void accept(List<ConsumerRecord<byte[], byte[]>> records, Consumer<?, ?> consumer);
}
