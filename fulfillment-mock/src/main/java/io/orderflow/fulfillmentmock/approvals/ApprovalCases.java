package io.orderflow.fulfillmentmock.approvals;

import io.orderflow.fulfillmentmock.approvals.Decision.Verdict;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;

/** The cases and what was decided about them. Thread safe; safe on several nodes. */
@Repository
class ApprovalCases {

    private final JdbcClient jdbc;

    ApprovalCases(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @return false if there is a case for the order already */
    boolean open(ApprovalCase opened) {
        Decision plan = opened.plan();
        return keyed(ApprovalSql.OPEN, opened.tenantId(), opened.orderId())
                        .param("approvalId", opened.approvalId())
                        .param("requestedAt", utc(opened.requestedAt()))
                        .param("currency", opened.currency())
                        .param("oneTimeTotal", opened.totals().oneTimeTotal())
                        .param("recurringTotal", opened.totals().recurringTotal())
                        .param("policyReference", opened.policyReference())
                        .param("receivedAt", utc(opened.receivedAt()))
                        .param("dueAt", opened.dueAt() == null ? null : utc(opened.dueAt()))
                        .param("verdict", plan == null ? null : plan.verdict().name())
                        .param("approver", plan == null ? null : plan.approver())
                        .param("reason", plan == null ? null : plan.reason())
                        .param("reasonCode", plan == null ? null : plan.reasonCode())
                        .param("eventId", opened.eventId())
                        .param("correlationId", opened.correlationId())
                        .param("traceId", opened.traceId())
                        .update()
                == 1;
    }

    Optional<DecidedCase> find(String tenantId, String orderId) {
        return keyed(ApprovalSql.ONE, tenantId, orderId)
                .query((row, number) -> approval(row))
                .optional()
                .map(found -> new DecidedCase(found, decisions(found)));
    }

    /** The order's case, locked until the end of the transaction. */
    Optional<ApprovalCase> lock(String tenantId, String orderId) {
        return keyed(ApprovalSql.LOCK, tenantId, orderId)
                .query((row, number) -> approval(row))
                .optional();
    }

    /** Cases that the policy has to decide now, locked until the end of the transaction. */
    List<ApprovalCase> lockDue(Instant now, int limit) {
        return jdbc.sql(ApprovalSql.CLAIM_DUE)
                .param("now", utc(now))
                .param("limit", limit)
                .query((row, number) -> approval(row))
                .list();
    }

    /** Adds a decision to a case that the transaction has locked. */
    void decide(ApprovalCase approval, Decision decision, Instant now) {
        keyed(ApprovalSql.ADD_DECISION, approval.tenantId(), approval.orderId())
                .param("verdict", decision.verdict().name())
                .param("approver", decision.approver())
                .param("reason", decision.reason())
                .param("reasonCode", decision.reasonCode())
                .param("now", utc(now))
                .update();
        keyed(ApprovalSql.DECIDED, approval.tenantId(), approval.orderId())
                .param("now", utc(now))
                .update();
    }

    /** First to last. */
    List<DecidedCase.Made> decisions(ApprovalCase approval) {
        return keyed(ApprovalSql.DECISIONS, approval.tenantId(), approval.orderId())
                .query((row, number) -> new DecidedCase.Made(
                        row.getInt("number"),
                        Verdict.valueOf(row.getString("decision")),
                        row.getString("approver"),
                        row.getString("reason"),
                        row.getObject("decided_at", OffsetDateTime.class).toInstant()))
                .list();
    }

    private StatementSpec keyed(String sql, String tenantId, String orderId) {
        return jdbc.sql(sql).param("tenantId", tenantId).param("orderId", orderId);
    }

    private static ApprovalCase approval(ResultSet row) throws SQLException {
        return new ApprovalCase(
                row.getString("tenant_id"),
                row.getString("order_id"),
                row.getString("approval_id"),
                row.getObject("requested_at", OffsetDateTime.class).toInstant(),
                row.getString("currency"),
                new Totals(row.getString("one_time_total"), row.getString("recurring_total")),
                row.getString("policy_reference"),
                row.getObject("received_at", OffsetDateTime.class).toInstant(),
                instant(row, "due_at"),
                plan(row),
                instant(row, "decided_at"),
                row.getObject("event_id", UUID.class),
                row.getString("correlation_id"),
                row.getString("trace_id"));
    }

    private static @Nullable Decision plan(ResultSet row) throws SQLException {
        String verdict = row.getString("planned_decision");
        return verdict == null
                ? null
                : new Decision(
                        Verdict.valueOf(verdict),
                        row.getString("planned_approver"),
                        row.getString("planned_reason"),
                        row.getString("planned_reason_code"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
