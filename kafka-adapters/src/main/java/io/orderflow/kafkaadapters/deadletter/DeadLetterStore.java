package io.orderflow.kafkaadapters.deadletter;

import io.orderflow.kafkaadapters.Account;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The rows of dead letters. All methods work in the caller's transaction. Thread safe. */
public final class DeadLetterStore {

    private final JdbcClient jdbc;
    private final Clock clock;

    public DeadLetterStore(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Keeps records that failed, all with one statement. */
    public void put(List<StoredDeadLetter> letters) {
        if (letters.isEmpty()) {
            return;
        }
        jdbc.sql(DeadLetterSql.PUT)
                .param("ids", texts(letters, letter -> letter.id().toString()))
                .param("consumers", texts(letters, StoredDeadLetter::consumer))
                .param("ledgerIds", texts(letters, letter -> letter.ledgerId().toString()))
                .param("topics", texts(letters, StoredDeadLetter::topic))
                .param(
                        "partitions",
                        letters.stream().mapToInt(StoredDeadLetter::partition).toArray())
                .param(
                        "offsets",
                        letters.stream().mapToLong(StoredDeadLetter::offset).toArray())
                .param(
                        "timestamps",
                        letters.stream().mapToLong(StoredDeadLetter::timestamp).toArray())
                .param("eventIds", texts(letters, StoredDeadLetter::eventId))
                .param("types", texts(letters, StoredDeadLetter::eventType))
                .param("tenants", texts(letters, StoredDeadLetter::tenantId))
                .param("aggregates", texts(letters, StoredDeadLetter::aggregate))
                .param("versions", texts(letters, letter -> Objects.toString(letter.aggregateVersion(), null)))
                .param("classes", texts(letters, letter -> letter.failureClass().name()))
                .param("codes", texts(letters, StoredDeadLetter::code))
                .param("reasons", texts(letters, StoredDeadLetter::reason))
                .param("attempts", texts(letters, letter -> Attempts.encode(letter.attempts())))
                .param("keys", letters.stream().map(StoredDeadLetter::key).toArray(byte[][]::new))
                .param("headers", texts(letters, StoredDeadLetter::headers))
                .param("values", letters.stream().map(StoredDeadLetter::value).toArray(byte[][]::new))
                .param("failedAt", texts(letters, letter -> letter.failedAt().toString()))
                .update();
    }

    public List<StoredDeadLetter> list(DeadLetterFilter filter, int limit) {
        return matching(DeadLetterSql.LIST, filter, limit)
                .query(DeadLetterRows::read)
                .list();
    }

    /** Counting stops at the limit. */
    public long count(DeadLetterFilter filter, int limit) {
        return matching(DeadLetterSql.COUNT, filter, limit).query(Long.class).single();
    }

    public Optional<StoredDeadLetter> find(UUID id) {
        return jdbc.sql(DeadLetterSql.FIND)
                .param("id", id)
                .query(DeadLetterRows::read)
                .optional();
    }

    /** The letter, locked until the end of the transaction; empty if it is not open or somebody else has it in hand. */
    public Optional<StoredDeadLetter> lockOpen(UUID id) {
        return jdbc.sql(DeadLetterSql.LOCK_OPEN)
                .param("id", id)
                .query(DeadLetterRows::read)
                .optional();
    }

    /** It was brought back in vain, and stands behind those that have not been tried since. */
    public void failedAgain(UUID id) {
        jdbc.sql(DeadLetterSql.FAILED_AGAIN).param("id", id).param("now", now()).update();
    }

    public void decide(UUID id, StoredDeadLetter.State state) {
        jdbc.sql(DeadLetterSql.DECIDE)
                .param("id", id)
                .param("state", state.name())
                .param("now", now())
                .update();
    }

    /** A letter takes over the number of redrives of the one that it followed. */
    public void carryOver(String consumer, UUID ledgerId, int redrives) {
        jdbc.sql(DeadLetterSql.CARRY_OVER)
                .param("consumer", consumer)
                .param("ledgerId", ledgerId)
                .param("redrives", redrives)
                .update();
    }

    /** Writes down what was done. @param digest fingerprint of a corrected value */
    public void audit(
            StoredDeadLetter letter, String action, Account account, RedriveResult result, @Nullable String digest) {
        jdbc.sql(DeadLetterSql.AUDIT)
                .param("id", letter.id())
                .param("now", now())
                .param("actor", account.actor())
                .param("reason", account.reason())
                .param("action", action)
                .param("code", letter.code())
                .param("result", result.verdict().name())
                .param("detail", result.detail())
                .param("digest", digest)
                .update();
    }

    public List<DeadLetterDecision> decisions(UUID id) {
        return jdbc.sql(DeadLetterSql.DECISIONS)
                .param("id", id)
                .query(DeadLetterRows::decision)
                .list();
    }

    /** How many are open, and since when; counting stops at the limit. */
    public Waiting waiting(String consumer, int limit) {
        return jdbc.sql(DeadLetterSql.WAITING)
                .param("consumer", consumer)
                .param("limit", limit)
                .query((row, number) -> new Waiting(
                        row.getLong(1), Optional.ofNullable(row.getTimestamp(2)).map(Timestamp::toInstant)))
                .single();
    }

    /** Open dead letters of a group. */
    public record Waiting(long count, Optional<Instant> oldest) {}

    /** Forgets letters that were decided about before a moment; their audit rows stay. Returns how many. */
    public int retire(Instant decidedBefore, int limit) {
        return jdbc.sql(DeadLetterSql.RETIRE)
                .param("before", Timestamp.from(decidedBefore))
                .param("limit", limit)
                .update();
    }

    private JdbcClient.StatementSpec matching(String sql, DeadLetterFilter filter, int limit) {
        return jdbc.sql(sql)
                .param("consumer", filter.consumer())
                .param("ids", filter.ids().stream().map(UUID::toString).toArray(String[]::new))
                .param("topic", filter.topic())
                .param("failureClass", Objects.toString(filter.failureClass(), null))
                .param("code", filter.code())
                .param("eventType", filter.eventType())
                .param("tenant", filter.tenantId())
                .param("aggregate", filter.aggregateId())
                .param("from", timestamp(filter.failedFrom()))
                .param("before", timestamp(filter.failedBefore()))
                .param("state", filter.state().name())
                .param("limit", limit);
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }

    private static @Nullable Timestamp timestamp(@Nullable Instant instant) {
        return instant == null ? null : Timestamp.from(instant);
    }

    private static @Nullable String[] texts(
            List<StoredDeadLetter> letters, Function<StoredDeadLetter, @Nullable String> field) {
        return letters.stream().map(field).toArray(String[]::new);
    }
}
