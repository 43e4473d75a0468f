package io.orderflow.fulfillmentmock.approvals;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.orderflow.fulfillmentmock.approvals.Decision.Verdict;
import io.orderflow.fulfillmentmock.latency.LatencyDistribution.Bounds;
import java.math.BigDecimal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How a tenant's approvals are decided without anybody's help.
 *
 * @param declineAbove what would be granted is declined if one of its totals is greater, whatever the currency; null for
 *     no limit
 * @param latency how long a decision takes
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ApprovalPolicy(Behaviour behaviour, @JsonIgnore @Nullable BigDecimal declineAbove, @JsonIgnore Bounds latency) {

    /** For a tenant that has said nothing. */
    static final ApprovalPolicy DEFAULT = new ApprovalPolicy(Behaviour.GRANT, null, new Bounds(50, 400));

    /** How many roles share the work. */
    private static final int APPROVERS = 5;

    enum Behaviour {
        GRANT,
        DECLINE,
        /** Nobody decides unless told to. */
        SILENT
    }

    /** The same for the same order and seed; empty if nobody decides. */
    Optional<Decision> decide(String orderId, Totals totals, long seed) {
        String approver = "approver_" + (1 + Math.floorMod(seed ^ orderId.hashCode(), APPROVERS));
        return switch (behaviour) {
            case SILENT -> Optional.empty();
            case DECLINE ->
                Optional.of(new Decision(
                        Verdict.DECLINED, approver, "Orders are not approved at present", "declined_by_policy"));
            case GRANT ->
                Optional.of(
                        declineAbove != null && totals.exceed(declineAbove)
                                ? new Decision(
                                        Verdict.DECLINED, approver, "Above the limit for approvals", "above_limit")
                                : new Decision(
                                        Verdict.GRANTED, approver, "Within the limit for approvals", "within_limit"));
        };
    }

    @JsonProperty("declineAbove")
    @Nullable
    String declineAboveText() {
        return declineAbove == null ? null : declineAbove.toPlainString();
    }

    @JsonProperty
    int minLatencyMillis() {
        return latency.minMillis();
    }

    @JsonProperty
    int maxLatencyMillis() {
        return latency.maxMillis();
    }
}
