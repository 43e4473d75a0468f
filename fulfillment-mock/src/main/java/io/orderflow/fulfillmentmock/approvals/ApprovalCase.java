package io.orderflow.fulfillmentmock.approvals;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One order that needs an approval.
 *
 * @param dueAt when the policy decides; null if it does not
 * @param plan what it will decide
 * @param decidedAt when the first decision was made; null while the case waits
 * @param eventId the event that asked
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ApprovalCase(
        @JsonIgnore String tenantId,
        String orderId,
        String approvalId,
        Instant requestedAt,
        String currency,
        Totals totals,
        String policyReference,
        Instant receivedAt,
        @Nullable Instant dueAt,
        @JsonIgnore @Nullable Decision plan,
        @Nullable Instant decidedAt,
        UUID eventId,
        @JsonIgnore String correlationId,
        @JsonIgnore @Nullable String traceId) {}
