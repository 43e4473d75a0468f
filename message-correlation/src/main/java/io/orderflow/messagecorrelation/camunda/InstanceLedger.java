package io.orderflow.messagecorrelation.camunda;

import io.orderflow.messagecorrelation.InstanceKey;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Which business key has which instance. One statement for a whole batch; joins the current transaction. */
final class InstanceLedger {

    private final JdbcClient jdbc;
    private final Clock clock;

    InstanceLedger(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * Wins keys that have no instance yet. A key that another transaction is winning right now is waited for.
     *
     * @param processKeys the process to start, by key
     * @return the keys that are ours now and must get an instance in this transaction
     */
    Set<InstanceKey> win(Map<InstanceKey, String> processKeys) {
        if (processKeys.isEmpty()) {
            return Set.of();
        }
        Collection<InstanceKey> keys = processKeys.keySet();
        return new HashSet<>(jdbc.sql(LedgerSql.INSERT_NEW)
                .param("startedAt", Timestamp.from(clock.instant()))
                .param("tenantIds", texts(keys, InstanceKey::tenantId))
                .param("businessKeys", texts(keys, InstanceKey::businessKey))
                .param("processKeys", texts(keys, processKeys::get))
                .query((row, number) -> new InstanceKey(row.getString(1), row.getString(2)))
                .list());
    }

    /**
     * Locks keys until the end of the transaction. Whoever makes an instance wait and whoever finds that it does not wait
     * does so first; what the database says of an instance afterwards is true until then.
     *
     * @return the instance of each key that has one
     */
    Map<InstanceKey, String> lock(Set<InstanceKey> keys) {
        Map<InstanceKey, String> found = new HashMap<>();
        if (keys.isEmpty()) {
            return found;
        }
        jdbc.sql(LedgerSql.LOCK_KNOWN)
                .param("businessKeys", texts(keys, InstanceKey::businessKey))
                .query(row -> {
                    InstanceKey key = new InstanceKey(row.getString(1), row.getString(2));
                    @Nullable String instanceId = row.getString(3);
                    if (instanceId != null && keys.contains(key)) {
                        found.put(key, instanceId);
                    }
                });
        return found;
    }

    /**
     * Locks keys that have no instance yet, and finds out whether that is still so.
     *
     * @return whether none of them has got one in the meantime
     */
    boolean expect(Set<InstanceKey> keys) {
        if (keys.isEmpty()) {
            return true;
        }
        jdbc.sql(LedgerSql.INSERT_EXPECTED)
                .param("tenantIds", texts(keys, InstanceKey::tenantId))
                .param("businessKeys", texts(keys, InstanceKey::businessKey))
                .update();
        return lock(keys).isEmpty();
    }

    /** Writes down the instances of keys that were won before. */
    void setInstances(Map<InstanceKey, String> started) {
        if (started.isEmpty()) {
            return;
        }
        Collection<InstanceKey> keys = started.keySet();
        jdbc.sql(LedgerSql.SET_INSTANCES)
                .param("tenantIds", texts(keys, InstanceKey::tenantId))
                .param("businessKeys", texts(keys, InstanceKey::businessKey))
                .param("instanceIds", texts(keys, started::get))
                .update();
    }

    private static String[] texts(Collection<InstanceKey> keys, Function<InstanceKey, String> field) {
        return keys.stream().map(field).toArray(String[]::new);
    }

    /** Whether another transaction has changed or removed any of these executions since they were read. */
    boolean haveMoved(Map<String, Integer> revisions) {
        Map<String, Integer> now = new HashMap<>();
        jdbc.sql(LedgerSql.REVISIONS)
                .param("ids", revisions.keySet().toArray(String[]::new))
                .query(row -> {
                    now.put(row.getString(1), row.getInt(2));
                });
        return !now.equals(revisions);
    }
}
