package io.orderflow.orderservice.projection.replay;

import java.util.List;

/**
 * How far a replay is.
 *
 * @param isRunning false if it has ended, or if it was interrupted
 * @param applied how many of the topic's offsets are in its table
 * @param total how many offsets the topic has up to where the table in use stands
 * @param partitions by number
 */
public record ReplayProgress(
        Generation generation, boolean isRunning, long applied, long total, List<Partition> partitions) {

    /**
     * @param position offset of the next record that the replay stores
     * @param until where the table in use stands
     */
    public record Partition(int number, long first, long position, long until) {}

    /** Over the last run. */
    public double eventsPerSecond() {
        Generation.Run run = generation.run();
        return run == null || run.millis() == 0 ? 0 : run.events() * 1000.0 / run.millis();
    }
}
