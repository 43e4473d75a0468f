package io.orderflow.fulfillmentmock.approvals;

import io.orderflow.fulfillmentmock.latency.LatencyDistribution.Bounds;
import java.math.BigDecimal;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The policies of all tenants, kept in the database so that all nodes agree. Thread safe. */
@Repository
class ApprovalPolicies {

    private final JdbcClient jdbc;

    ApprovalPolicies(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Applies to cases that are opened from now on. */
    void set(String tenantId, ApprovalPolicy policy) {
        BigDecimal limit = policy.declineAbove();
        jdbc.sql(ApprovalSql.SET_POLICY)
                .param("tenantId", tenantId)
                .param("behaviour", policy.behaviour().name())
                .param("declineAbove", limit == null ? null : limit.toPlainString())
                .param("minLatencyMillis", policy.latency().minMillis())
                .param("maxLatencyMillis", policy.latency().maxMillis())
                .update();
    }

    ApprovalPolicy of(String tenantId) {
        return jdbc.sql(ApprovalSql.POLICY)
                .param("tenantId", tenantId)
                .query((row, number) -> {
                    String limit = row.getString("decline_above");
                    return new ApprovalPolicy(
                            ApprovalPolicy.Behaviour.valueOf(row.getString("behaviour")),
                            limit == null ? null : new BigDecimal(limit),
                            new Bounds(row.getInt("min_latency_millis"), row.getInt("max_latency_millis")));
                })
                .optional()
                .orElse(ApprovalPolicy.DEFAULT);
    }
}
