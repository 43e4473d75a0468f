package io.orderflow.fulfillmentmock.approvals;

import io.orderflow.httpapi.problem.ApiProblem;
import io.orderflow.kafkaadapters.outbox.Outbox;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Where cases are decided, each decision with its event in one transaction. Several nodes may do so side by side. */
@Service
class ApprovalDesk {

    static final int BATCH = 200;

    private final ApprovalCases cases;
    private final Outbox outbox;
    private final Clock clock;

    ApprovalDesk(ApprovalCases cases, Outbox outbox, Clock clock) {
        this.cases = cases;
        this.outbox = outbox;
        this.clock = clock;
    }

    enum Result {
        DONE,
        NOTHING_TO_DO
    }

    /** Decides one batch of cases as their policy planned to, and returns how many that were. */
    @Transactional
    public int decideBatch() {
        Instant now = now();
        List<ApprovalCase> due = cases.lockDue(now, BATCH);
        due.forEach(approval -> decide(approval, Objects.requireNonNull(approval.plan()), now));
        return due.size();
    }

    /**
     * Decides a case by hand, whether or not it was decided before; the policy then keeps out of it. Saying the same twice
     * in a row is saying it once.
     *
     * @throws ApiProblem {@code approval_not_found} if nobody asked for the order's approval
     */
    @Transactional
    public Result decide(String tenantId, String orderId, Decision decision) {
        ApprovalCase approval = cases.lock(tenantId, orderId)
                .orElseThrow(() -> new ApiProblem(
                        HttpStatus.NOT_FOUND, "approval_not_found", "Nobody asked for an approval of this order."));
        List<DecidedCase.Made> before = cases.decisions(approval);
        if (!before.isEmpty() && isSame(before.get(before.size() - 1), decision)) {
            return Result.NOTHING_TO_DO;
        }
        decide(approval, decision, now());
        return Result.DONE;
    }

    private void decide(ApprovalCase approval, Decision decision, Instant now) {
        cases.decide(approval, decision, now);
        outbox.append(ApprovalEvents.of(approval, decision, now));
    }

    private static boolean isSame(DecidedCase.Made before, Decision decision) {
        return before.decision() == decision.verdict()
                && before.approver().equals(decision.approver())
                && before.reason().equals(decision.reason());
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
