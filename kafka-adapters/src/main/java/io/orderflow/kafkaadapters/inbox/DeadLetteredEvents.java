package io.orderflow.kafkaadapters.inbox;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the ledger says of records that became dead letters and were not redriven since. Thread safe. */
public final class DeadLetteredEvents {

    private final JdbcClient jdbc;

    DeadLetteredEvents(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The records at hand when it was asked for. Thread safe. */
    public static final class Found {

        private final Set<UUID> ids = new HashSet<>();
        private final Map<Integer, Set<Long>> offsets = new HashMap<>();

        private Found() {}

        /** Whether this record is one of them, or another delivery of one. */
        public boolean contains(InboxEvent event) {
            return ids.contains(event.envelope().eventId())
                    || offsets.getOrDefault(event.partition(), Set.of()).contains(event.offset());
        }
    }

    /** Looks through the whole ledger of the consumer, which takes seconds where it has millions of rows. */
    public Found of(String consumer, String topic) {
        Found found = new Found();
        jdbc.sql(DeadLetteredSql.FIND)
                .param("consumer", consumer)
                .param("topic", topic)
                .query(row -> {
                    found.ids.add(row.getObject(1, UUID.class));
                    found.offsets
                            .computeIfAbsent(row.getInt(2), partition -> new HashSet<>())
                            .add(row.getLong(3));
                });
        return found;
    }
}
