package io.orderflow.cli.scenario;

import io.orderflow.cli.records.SeenRecord;

/** Somebody entitled to it stops the order before anything was asked for. */
final class ApprovalDeclined implements Story {

    private static final String APPROVER = "head-of-sales";
    private static final String REASON = "above the customer's credit limit";

    @Override
    public String name() {
        return "approval-declined";
    }

    @Override
    public String summary() {
        return "An order is so large that somebody has to approve it, and that person declines: nothing is ever asked for.";
    }

    @Override
    public Proof tell(Stage stage) throws InterruptedException {
        stage.keepApproversSilent();
        stage.narrator().say("For the time of the story approvers take their time.");
        StoryLine crates = stage.offer("22423", "REGENCY CAKESTAND 3 TIER", 2_000, "10.95");

        String orderId = stage.capture(crates);
        Waits waits = new Waits(stage, orderId);
        stage.narrator().say("A customer orders 2,000 cake stands: %s.", orderId);
        SeenRecord asked = waits.untilSaid("OrderApprovalRequested", "the process");
        stage.narrator()
                .await(
                        "the case lies before the approvers",
                        () -> stage.world().approvals(orderId),
                        cases -> !cases.isEmpty());
        Snapshot before = stage.look(orderId);

        stage.narrator()
                .say("The rule %s asks for an approval; meanwhile no line is released.", asked.text("policyReference"));
        stage.world().decline(orderId, APPROVER, REASON);
        stage.narrator().say("%s declines: %s.", APPROVER, REASON);
        waits.untilSaid("ApprovalDeclined", "the approval service");
        waits.untilSaid("OrderCancellationDecided", "the process");
        waits.untilOrderIs("CANCELLED");
        waits.untilProcessHasEnded();

        Snapshot after = stage.look(orderId);
        return new Proof(before, after)
                .claim(
                        "before, the order waited and its line was PENDING",
                        before.line(1).equals("PENDING"))
                .claim("the order is cancelled", after.status().equals("CANCELLED"))
                .claim(
                        "no line was released, requested or reversed",
                        after.records("OrderLineReleased")
                                        + after.records("OrderLineFulfillmentRequested")
                                        + after.records("OrderLineReversalRequested")
                                == 0)
                .claim("the provider was never asked", after.requests().isEmpty())
                .claim(
                        "the decision is a fact, with who took it and why",
                        after.records().stream()
                                .filter(each -> each.type().equals("OrderCancellationDecided"))
                                .anyMatch(each -> each.text("cause").equals("APPROVAL_DECLINED")
                                        && each.text("decidedBy").equals(APPROVER)))
                .claim("the process has ended once", after.records("OrchestrationFinished") == 1);
    }
}
