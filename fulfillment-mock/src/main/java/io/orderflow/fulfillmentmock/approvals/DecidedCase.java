package io.orderflow.fulfillmentmock.approvals;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.util.List;

/** A case with all that was decided about it, first to last. */
record DecidedCase(@JsonUnwrapped ApprovalCase approval, List<Made> decisions) {

    /** @param number of the decision within its case, from 1 */
    record Made(int number, Decision.Verdict decision, String approver, String reason, Instant decidedAt) {}
}
