package io.orderflow.cli.records;

import java.util.Map;
import org.apache.kafka.common.TopicPartition;

/** A place in every partition of some topics: the offset of the next record that will come there. */
public record Bookmark(Map<TopicPartition, Long> offsets) {

    public Bookmark {
        offsets = Map.copyOf(offsets);
    }

    long at(TopicPartition partition) {
        return offsets.getOrDefault(partition, 0L);
    }
}
