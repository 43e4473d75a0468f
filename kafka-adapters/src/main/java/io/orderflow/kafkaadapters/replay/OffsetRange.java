package io.orderflow.kafkaadapters.replay;

/**
 * What the broker has of a partition.
 *
 * @param first offset of the oldest record that is still there
 * @param end offset of the next record that will be written
 */
public record OffsetRange(long first, long end) {

    /** How many records that are; more than there are if the topic is compacted or written in transactions. */
    public long size() {
        return end - first;
    }
}
