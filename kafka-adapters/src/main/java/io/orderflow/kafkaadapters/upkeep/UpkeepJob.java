package io.orderflow.kafkaadapters.upkeep;

import java.time.Duration;

/**
 * A recurring chore: partitions to create and drop, deadlines to look at, the dead to bury. Every bean of this type runs
 * once per interval over all nodes that share the database, by the database's clock, and never on two nodes at a time. All
 * jobs of a node share one thread.
 */
public interface UpkeepJob {

    /** Identifies the job over all nodes and versions; also the tag of its meters. */
    String name();

    /** From one start to the next; at least 10 ms are kept. */
    Duration every();

    /**
     * Does the work, in transactions of its own: none is active when it is called. What it throws is logged and counted,
     * and the job is tried again after a growing pause, at the latest after its interval. A node that dies in the middle
     * leaves the job to the others at once, so half a run followed by a whole one must do no harm.
     */
    void run();

    /** A job made of its parts. */
    static UpkeepJob of(String name, Duration every, Runnable work) {
        return new SimpleUpkeepJob(name, every, work);
    }
}
