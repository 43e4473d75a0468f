package io.orderflow.fulfillmentmock.approvals;

import java.time.Instant;

/** What the approval source reads of an OrderApprovalRequested. */
record ApprovalRequested(String orderId, Instant requestedAt, String currency, Totals totals, String policyReference) {}
