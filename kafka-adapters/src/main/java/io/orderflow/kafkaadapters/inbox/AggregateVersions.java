package io.orderflow.kafkaadapters.inbox;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;

/** How far each consumer group has come with each aggregate, by the versions in its events. Thread safe. */
public final class AggregateVersions {

    private final JdbcClient jdbc;
    private final Clock clock;

    AggregateVersions(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * Where an aggregate stands.
     *
     * @param version the last version that the consumer is done with; 0 if it has seen none
     * @param hasParked whether events of the aggregate wait in {@code inbox_parked}
     */
    public record Standing(long version, boolean hasParked) {

        public static final Standing UNSEEN = new Standing(0, false);

        Standing merge(Standing other) {
            return new Standing(Math.max(version, other.version), hasParked || other.hasParked);
        }
    }

    /** One entry for each given aggregate, by what is committed now. Locks nothing. */
    public Map<String, Standing> read(String consumer, Collection<String> aggregates) {
        Map<String, Standing> standings = new HashMap<>();
        aggregates.forEach(aggregate -> standings.put(aggregate, Standing.UNSEEN));
        jdbc.sql(AggregateSql.READ)
                .param("consumer", consumer)
                .param("aggregates", array(aggregates))
                .query(row -> {
                    standings.merge(row.getString(1), new Standing(row.getLong(2), row.getBoolean(3)), Standing::merge);
                });
        return standings;
    }

    /**
     * As {@link #read}, with the aggregates locked until the end of the transaction: whoever parks an event and whoever
     * wakes one take this lock, so that no wake-up is lost between the two.
     */
    public Map<String, Standing> lock(String consumer, Collection<String> aggregates) {
        jdbc.sql(AggregateSql.ENSURE)
                .param("consumer", consumer)
                .param("aggregates", array(aggregates))
                .param("now", Timestamp.from(clock.instant()))
                .update();
        jdbc.sql(AggregateSql.LOCK)
                .param("consumer", consumer)
                .param("aggregates", array(aggregates))
                .query(String.class)
                .list();
        return read(consumer, aggregates);
    }

    /** The consumer is done with these versions and all before them. */
    public void reach(String consumer, Map<String, Long> reached) {
        if (reached.isEmpty()) {
            return;
        }
        List<String> aggregates = List.copyOf(reached.keySet());
        jdbc.sql(AggregateSql.REACH)
                .param("consumer", consumer)
                .param("aggregates", array(aggregates))
                .param("versions", aggregates.stream().mapToLong(reached::get).toArray())
                .param("now", Timestamp.from(clock.instant()))
                .update();
    }

    /** @return how many were forgotten, at most {@code atMost} */
    int retire(Instant untouchedSince, int atMost) {
        return jdbc.sql(AggregateSql.RETIRE)
                .param("before", Timestamp.from(untouchedSince))
                .param("atMost", atMost)
                .update();
    }

    private static String[] array(Collection<String> aggregates) {
        return aggregates.toArray(String[]::new);
    }
}
