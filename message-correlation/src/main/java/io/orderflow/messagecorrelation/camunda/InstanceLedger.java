package io.orderflow.messagecorrelation.camunda;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
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

    /** The instance of each key that has one. */
    Map<InstanceKey, String> find(Set<InstanceKey> keys) {
        Map<InstanceKey, String> found = new HashMap<>();
        if (keys.isEmpty()) {
            return found;
        }
        jdbc.sql(LedgerSql.SELECT_KNOWN)
                .param("businessKeys", texts(keys, InstanceKey::businessKey))
                .query(row -> {
                    InstanceKey key = new InstanceKey(row.getString(1), row.getString(2));
                    if (keys.contains(key)) {
                        found.put(key, row.getString(3));
                    }
                });
        return found;
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
