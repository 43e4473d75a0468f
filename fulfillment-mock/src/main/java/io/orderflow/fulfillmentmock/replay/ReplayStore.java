package io.orderflow.fulfillmentmock.replay;

import io.orderflow.fulfillmentmock.provider.FulfillmentCommands.Attempt;
import io.orderflow.fulfillmentmock.provider.RequestedFulfillment;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Runs and their findings. Only one run is under way at a time, over all nodes. */
@Repository
class ReplayStore {

    /** Longer than a portion can take; a run that is silent for so long has died with its node. */
    static final Duration LONGEST_SILENCE = Duration.ofSeconds(60);

    private final JdbcClient jdbc;

    ReplayStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @return false if another run is under way */
    @Transactional
    public boolean start(UUID id, String operator, Instant now) {
        jdbc.sql(ReplaySql.INTERRUPT_SILENT)
                .param("now", utc(now))
                .param("silentSince", utc(now.minus(LONGEST_SILENCE)))
                .update();
        boolean started = jdbc.sql(ReplaySql.START)
                        .param("id", id)
                        .param("now", utc(now))
                        .param("operator", operator)
                        .update()
                == 1;
        if (started) {
            jdbc.sql(ReplaySql.CLEAR_REQUESTS).param("id", id).update();
            jdbc.sql(ReplaySql.CLEAR_ANSWERS).param("id", id).update();
        }
        return started;
    }

    /** @throws IllegalStateException if the run was given up meanwhile */
    void progress(UUID id, long requests, long answers, Instant now) {
        if (jdbc.sql(ReplaySql.PROGRESS)
                        .param("id", id)
                        .param("requests", requests)
                        .param("answers", answers)
                        .param("now", utc(now))
                        .update()
                == 0) {
            throw new IllegalStateException("replay " + id + " was given up, because it was silent for too long");
        }
    }

    void end(
            UUID id,
            Replay.State state,
            @Nullable String failure,
            @Nullable Instant requestsSince,
            @Nullable Instant answersSince,
            Instant now) {
        jdbc.sql(ReplaySql.END)
                .param("id", id)
                .param("state", state.name())
                .param("failure", failure)
                .param("requestsSince", utc(requestsSince))
                .param("answersSince", utc(answersSince))
                .param("now", utc(now))
                .update();
    }

    Optional<Replay> find(UUID id) {
        return jdbc.sql(ReplaySql.ONE)
                .param("id", id)
                .query((row, number) -> new Replay(
                        row.getObject("id", UUID.class),
                        Replay.State.valueOf(row.getString("state")),
                        row.getObject("started_at", OffsetDateTime.class).toInstant(),
                        row.getString("started_by"),
                        instant(row, "ended_at"),
                        row.getString("failure"),
                        row.getLong("requests_read"),
                        row.getLong("answers_read"),
                        instant(row, "requests_since"),
                        instant(row, "answers_since")))
                .optional();
    }

    List<Finding> findings(UUID id) {
        return jdbc.sql(ReplaySql.FINDINGS)
                .param("id", id)
                .query(ReplayStore::finding)
                .list();
    }

    /** @return false if it was repaired before */
    boolean repaired(UUID id, int number, String operator, String reason, String result, Instant now) {
        return jdbc.sql(ReplaySql.REPAIRED)
                        .param("id", id)
                        .param("number", number)
                        .param("operator", operator)
                        .param("reason", reason)
                        .param("result", result)
                        .param("now", utc(now))
                        .update()
                == 1;
    }

    private static Finding finding(ResultSet row, int index) throws SQLException {
        Finding.Kind kind = Finding.Kind.valueOf(row.getString("kind"));
        Attempt attempt = new Attempt(row.getString("order_id"), row.getString("order_line_id"), row.getInt("attempt"));
        ExpectedRequest expected = expected(row, attempt);
        boolean answered = row.getBoolean("answered");
        Long version = row.getObject("aggregate_version", Long.class);
        return new Finding(
                row.getInt("number"),
                kind,
                row.getString("tenant_id"),
                attempt.orderId(),
                attempt.orderLineId(),
                attempt.attempt(),
                row.getString("detail"),
                version,
                answered,
                expected,
                RepairCommand.of(kind, attempt, expected, answered, version),
                instant(row, "repaired_at"),
                row.getString("repaired_by"),
                row.getString("repair_reason"),
                row.getString("repair_result"));
    }

    private static @Nullable ExpectedRequest expected(ResultSet row, Attempt attempt) throws SQLException {
        UUID eventId = row.getObject("event_id", UUID.class);
        Instant requestedAt = instant(row, "requested_at");
        if (eventId == null || requestedAt == null) {
            return null;
        }
        return new ExpectedRequest(
                row.getString("tenant_id"),
                new RequestedFulfillment(
                        attempt.orderId(),
                        attempt.orderLineId(),
                        attempt.attempt(),
                        row.getString("idempotency_key"),
                        row.getString("offer_id"),
                        row.getString("action"),
                        row.getInt("quantity"),
                        requestedAt,
                        eventId,
                        row.getString("correlation_id"),
                        row.getString("trace_id")),
                row.getInt("kafka_partition"),
                row.getLong("kafka_offset"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }

    private static @Nullable OffsetDateTime utc(@Nullable Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }
}
