package io.orderflow.kafkaadapters.replay;

import java.time.Duration;
import java.util.Map;

/** A position in some partitions of a topic. Not thread safe. */
public interface ReplayReader extends AutoCloseable {

    /**
     * Reads on.
     *
     * @param until by partition, the offset before which reading stops; a partition without one is not read
     * @param atMost how long to wait for records; a portion can be empty before the end is reached
     */
    Portion read(Map<Integer, Long> until, Duration atMost);

    @Override
    void close();
}
