package io.orderflow.testing.benchmarks.workload;

import io.orderflow.kafkaadapters.outbox.Outbox;
import io.orderflow.testing.benchmarks.report.Progress;
import io.orderflow.testing.benchmarks.servers.Node;

/**
 * Rows to be published: every key in turn, each with versions from 1 without gaps.
 *
 * @param run makes the keys of this backlog its own
 * @param rows a multiple of the keys
 */
public record Backlog(String run, int rows, int keys) {

    private static final int ROWS_OF_A_TRANSACTION = 5_000;

    public Backlog {
        if (rows < 1 || keys < 1 || rows % keys != 0) {
            throw new IllegalArgumentException("rows must be a multiple of the keys: " + rows + ", " + keys);
        }
    }

    public int versionsOfAKey() {
        return rows / keys;
    }

    /** Appends everything through the node's outbox, in few transactions. */
    public void write(Node node, Progress progress) {
        Outbox outbox = node.outbox();
        for (int from = 0; from < rows; from += ROWS_OF_A_TRANSACTION) {
            int first = from;
            int end = Math.min(rows, from + ROWS_OF_A_TRANSACTION);
            node.transaction().executeWithoutResult(status -> {
                for (int row = first; row < end; row++) {
                    outbox.append(Events.lineReleased(Events.orderId(run, row % keys), row / keys + 1L));
                }
            });
            progress.at(end, rows);
        }
    }
}
