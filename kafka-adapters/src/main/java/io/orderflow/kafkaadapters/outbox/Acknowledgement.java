package io.orderflow.kafkaadapters.outbox;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Takes rows out of the table that Kafka has, on a thread of its own, so that the relay reads and sends meanwhile. One batch
 * at a time: the next one waits for the former. Used by the relay's thread only.
 */
final class Acknowledgement implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Acknowledgement.class);

    /** From so many rows of a shard on, walking along its index is cheaper than looking up each row. */
    private static final int LONG_RUN = 250;

    private final JdbcClient jdbc;
    private final boolean keepPublished;
    private final ExecutorService worker;
    private @Nullable CompletableFuture<Void> underWay;

    /** @param keepPublished whether the rows are kept for as long as they can be sent again */
    Acknowledgement(JdbcClient jdbc, boolean keepPublished) {
        this.jdbc = jdbc;
        this.keepPublished = keepPublished;
        this.worker = Executors.newSingleThreadExecutor(work -> {
            Thread thread = new Thread(work, "outbox-acknowledge");
            thread.setDaemon(true);
            return thread;
        });
    }

    /**
     * Begins with these rows when the former ones are done. Rows of a shard that meanwhile belongs to another relay are left
     * alone: that one sends them again.
     *
     * @throws RuntimeException what went wrong with the former ones
     */
    void start(List<OutboxRow> sent, Map<Integer, Long> epochs, String owner) {
        await();
        if (!sent.isEmpty()) {
            underWay = CompletableFuture.runAsync(() -> acknowledge(sent, epochs, owner), worker);
        }
    }

    /**
     * Returns when all rows are out of the table.
     *
     * @throws RuntimeException what went wrong
     */
    void await() {
        CompletableFuture<Void> last = underWay;
        underWay = null;
        if (last != null) {
            try {
                last.join();
            } catch (CompletionException e) {
                if (e.getCause() instanceof RuntimeException cause) {
                    throw cause;
                }
                throw e;
            }
        }
    }

    /** Returns when nothing is under way any more, whatever became of it. */
    void forget() {
        try {
            await();
        } catch (CancellationException | CompletionException e) {
            LOG.debug("The rows are sent again", e);
        } catch (RuntimeException e) {
            LOG.debug("The rows are sent again: {}", e.toString());
        }
    }

    private void acknowledge(List<OutboxRow> sent, Map<Integer, Long> epochs, String owner) {
        Map<Integer, Long> shards = new LinkedHashMap<>();
        sent.forEach(row -> shards.put(row.shard(), epochs.getOrDefault(row.shard(), RowRefs.NOT_OWNED)));
        long acknowledged = sent.size() >= (long) shards.size() * LONG_RUN
                ? delete(AcknowledgeSql.RUNS, sent, runs(shards, sent), owner)
                : delete(AcknowledgeSql.SCATTERED, sent, RowRefs.of(sent, epochs), owner);
        if (acknowledged < sent.size()) {
            LOG.info(
                    "{} of {} rows sent by {} now belong to another relay, which sends them again",
                    sent.size() - acknowledged,
                    sent.size(),
                    owner);
        }
    }

    private long delete(String sql, List<OutboxRow> sent, RowRefs refs, String owner) {
        JdbcClient.StatementSpec statement = jdbc.sql(keepPublished ? AcknowledgeSql.keeping(sql) : sql)
                .param("shards", refs.shards())
                .param("ids", refs.ids())
                .param("epochs", refs.epochs())
                .param("owner", owner);
        if (!keepPublished) {
            return statement.update();
        }
        return statement
                .param("records", sent.size())
                .param("packed", PackedRows.pack(sent))
                .query(Long.class)
                .single();
    }

    private static RowRefs runs(Map<Integer, Long> shards, List<OutboxRow> sent) {
        return new RowRefs(
                shards.keySet().stream().mapToInt(Integer::intValue).toArray(),
                sent.stream().mapToLong(OutboxRow::id).toArray(),
                shards.values().stream().mapToLong(Long::longValue).toArray());
    }

    @Override
    public void close() {
        worker.shutdown();
    }
}
