package io.orderflow.kafkaadapters.outbox;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.function.LongSupplier;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The shards this relay owns, each with the epoch under which it was taken. Renewed well before the lease ends; used
 * only while the lease is certainly alive by this process's own stopwatch, so a relay that was frozen sends nothing when
 * it wakes. What it had in flight cannot be acknowledged under an old epoch. One relay, one thread.
 */
final class ShardLease {

    private static final Map<Integer, Long> NOTHING = Map.of();

    private final JdbcClient jdbc;
    private final String owner;
    private final Duration lease;
    private final LongSupplier nanoTime;
    private Map<Integer, Long> epochs = NOTHING;
    private long renewedAt;
    private boolean everRenewed;
    private volatile boolean othersAlive;

    ShardLease(JdbcClient jdbc, String owner, Duration lease, LongSupplier nanoTime) {
        this.jdbc = jdbc;
        this.owner = owner;
        this.lease = lease;
        this.nanoTime = nanoTime;
    }

    String owner() {
        return owner;
    }

    /** Whether other relays were alive at the last renewal. May be called from any thread. */
    boolean othersAlive() {
        return othersAlive;
    }

    /** Shard → epoch of everything owned now; renews or takes shards when it is time. */
    Map<Integer, Long> owned() {
        if (!everRenewed || age() > lease.toNanos() / 4) {
            renew();
        }
        return age() < lease.toNanos() * 3 / 4 ? epochs : NOTHING;
    }

    void release() {
        if (everRenewed) {
            jdbc.sql(ShardSql.RELEASE_OTHERS)
                    .param("owner", owner)
                    .param("kept", new int[0])
                    .update();
            jdbc.sql(ShardSql.GONE).param("owner", owner).update();
        }
        epochs = NOTHING;
        everRenewed = false;
    }

    private void renew() {
        long before = nanoTime.getAsLong();
        String interval = lease.toMillis() + " milliseconds";
        jdbc.sql(ShardSql.ALIVE).param("owner", owner).param("lease", interval).update();
        long relays = jdbc.sql(ShardSql.ALIVE_RELAYS).query(Long.class).single();
        othersAlive = relays > 1;
        int share = (int) ((OutboxRow.SHARDS + relays - 1) / Math.max(1, relays));
        Map<Integer, Long> taken = new HashMap<>();
        jdbc.sql(ShardSql.LEASE)
                .param("owner", owner)
                .param("lease", interval)
                .param("share", share)
                .query((row, number) -> taken.put(row.getInt(1), row.getLong(2)))
                .list();
        jdbc.sql(ShardSql.RELEASE_OTHERS)
                .param("owner", owner)
                .param(
                        "kept",
                        taken.keySet().stream().mapToInt(Integer::intValue).toArray())
                .update();
        epochs = Map.copyOf(taken);
        renewedAt = before;
        everRenewed = true;
    }

    private long age() {
        return nanoTime.getAsLong() - renewedAt;
    }
}
