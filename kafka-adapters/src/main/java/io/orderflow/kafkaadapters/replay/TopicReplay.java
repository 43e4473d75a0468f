package io.orderflow.kafkaadapters.replay;

import io.orderflow.kafkaadapters.inbox.InboxSubscription;
import java.util.Map;

/**
 * Reads a topic once more beside the consumer group that it is for. That group's offsets are neither read nor moved, the
 * ledger is not written, and nothing is parked, retried or buried: where to begin, where to stop and what is done with an
 * event is the caller's. Thread safe.
 */
public interface TopicReplay {

    /** What the broker has now, by partition. */
    Map<Integer, OffsetRange> ranges(String topic);

    /**
     * Begins to read some partitions.
     *
     * @param subscription of the consumer group whose work is repeated, for one topic
     * @param replayGroup the name under which the broker knows the reader; it commits no offsets, because a group that
     *     rests between two replays would look like one that has died
     * @param from the first offset to be read, by partition; one that is gone stands for the oldest record there is
     */
    ReplayReader open(InboxSubscription subscription, String replayGroup, Map<Integer, Long> from);
}
