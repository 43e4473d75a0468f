package io.orderflow.orderservice.projection.replay;

import io.orderflow.orderservice.projection.ProjectedOrder;
import io.orderflow.orderservice.projection.SummaryKey;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The tables of the read model and what is known of them. Each call is a transaction of its own. Thread safe. */
public interface Generations {

    /** By number. */
    List<Generation> all();

    /** Reads a whole table. */
    Content content(int generation);

    /** The effects of records before these offsets, by partition, are in the table, and of no other. */
    Map<Integer, Long> positions(int generation);

    /** Empty if a replay runs, here or on another node. */
    Optional<RunLock> tryLock();

    boolean isRunning();

    /** Goes on with the generation that is not finished, or begins one with an empty table. For the holder of the lock. */
    Generation begin(String by, String node);

    /** Gives up the generation that is not finished, if there is one. For the holder of the lock. */
    void discardUnfinished();

    Map<SummaryKey, ProjectedOrder> load(int generation, Collection<SummaryKey> keys);

    /** Writes rows over older ones and the positions that they stand for, together. */
    void store(int generation, Collection<ProjectedOrder> rows, Map<Integer, Long> positions);

    /** Keeps a run's figures for whoever asks, on any node. */
    void progress(int generation, Generation.Run run);

    void failed(int generation, String failure);

    /**
     * Ends a replay while the consumer group waits: brings the table to the very positions of the one in use, compares
     * both, and if they are equal or the difference is accepted, makes it the one in use. All of that or nothing.
     *
     * @param catchUp reads up to the given positions
     * @param acceptBecause why a difference is accepted; null if it is not
     */
    Generation finish(int generation, CatchUp catchUp, @Nullable String acceptBecause);

    /** Brings a table up to some positions, or throws. */
    @FunctionalInterface
    interface CatchUp {
        void to(Map<Integer, Long> positions);
    }

    /** Drops the table of an old generation; false if that generation is not an old one. */
    boolean drop(int generation);
}
