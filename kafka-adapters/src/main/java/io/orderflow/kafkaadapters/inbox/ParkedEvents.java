package io.orderflow.kafkaadapters.inbox;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Records that came before their time. All methods work in the caller's transaction. Thread safe. */
public final class ParkedEvents {

    private static final int COUNT_LIMIT = 10_000;

    private final JdbcClient jdbc;

    ParkedEvents(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Puts records aside, all with one statement. A record that is parked already stays as it is.
     */
    public void put(String consumer, List<ParkedEvent> events) {
        if (events.isEmpty()) {
            return;
        }
        jdbc.sql(ParkedSql.PUT)
                .param("consumer", consumer)
                .param("ids", texts(events, event -> event.eventId().toString()))
                .param("kinds", texts(events, event -> event.kind().name()))
                .param("aggregates", texts(events, ParkedEvent::aggregate))
                .param("versions", texts(events, event -> Objects.toString(event.aggregateVersion(), null)))
                .param("topics", texts(events, ParkedEvent::topic))
                .param(
                        "partitions",
                        events.stream().mapToInt(ParkedEvent::partition).toArray())
                .param("offsets", events.stream().mapToLong(ParkedEvent::offset).toArray())
                .param(
                        "timestamps",
                        events.stream().mapToLong(ParkedEvent::timestamp).toArray())
                .param("keys", events.stream().map(ParkedEvent::key).toArray(byte[][]::new))
                .param("headers", texts(events, ParkedEvent::headers))
                .param("values", events.stream().map(ParkedEvent::value).toArray(byte[][]::new))
                .param("waitKeys", texts(events, event -> event.terms().key()))
                .param("codes", texts(events, event -> event.terms().code()))
                .param("reasons", texts(events, event -> event.terms().reason()))
                .param("parkedAts", texts(events, event -> event.terms().since().toString()))
                .param(
                        "deadlines",
                        texts(events, event -> Objects.toString(event.terms().until(), "infinity")))
                .update();
    }

    /** By aggregate, then by version. */
    public List<ParkedEvent> of(String consumer, Collection<String> aggregates) {
        return jdbc.sql(ParkedSql.OF_AGGREGATES)
                .param("consumer", consumer)
                .param("aggregates", aggregates.toArray(String[]::new))
                .query(ParkedRow::read)
                .list();
    }

    public void remove(String consumer, Collection<UUID> eventIds) {
        if (!eventIds.isEmpty()) {
            jdbc.sql(ParkedSql.REMOVE)
                    .param("consumer", consumer)
                    .param("ids", eventIds.stream().map(UUID::toString).toArray(String[]::new))
                    .update();
        }
    }

    /** Locked until the end of the transaction; what another node has locked is left out. */
    public List<ParkedEvent> ofKind(String consumer, ParkedEvent.Kind kind, int atMost) {
        return jdbc.sql(ParkedSql.OF_KIND)
                .param("consumer", consumer)
                .param("kind", kind.name())
                .param("atMost", atMost)
                .query(ParkedRow::read)
                .list();
    }

    /** Those whose waiting has ended, locked until the end of the transaction. */
    public List<ParkedEvent> expired(String consumer, Instant now, int atMost) {
        return jdbc.sql(ParkedSql.EXPIRED)
                .param("consumer", consumer)
                .param("now", Timestamp.from(now))
                .param("atMost", atMost)
                .query(ParkedRow::read)
                .list();
    }

    /** Aggregates whose parked events could go on. Normally none: the event before them wakes them. */
    public List<String> forgotten(String consumer, int atMost) {
        return jdbc.sql(ParkedSql.FORGOTTEN)
                .param("consumer", consumer)
                .param("atMost", atMost)
                .query(String.class)
                .list();
    }

    /** How many wait, and since when; counting stops at 10,000. */
    public List<Waiting> waiting(String consumer) {
        return jdbc.sql(ParkedSql.COUNT)
                .param("consumer", consumer)
                .param("atMost", COUNT_LIMIT)
                .query((row, number) -> new Waiting(
                        ParkedEvent.Kind.valueOf(row.getString(1)),
                        row.getLong(2),
                        row.getTimestamp(3).toInstant()))
                .list();
    }

    /** Parked events of one kind. */
    public record Waiting(ParkedEvent.Kind kind, long count, Instant oldest) {}

    private static @Nullable String[] texts(List<ParkedEvent> events, Function<ParkedEvent, @Nullable String> field) {
        return events.stream().map(field).toArray(String[]::new);
    }
}
