package io.orderflow.cli.scenario;

import io.orderflow.cli.outside.Behaviour;
import io.orderflow.cli.tasklist.Decision;
import io.orderflow.cli.tasklist.FalloutTask;
import io.orderflow.cli.tasklist.Tasklist;
import java.util.List;

/** A provider fails, and people decide. */
final class Fallout implements Story {

    @Override
    public String name() {
        return "fallout";
    }

    @Override
    public String summary() {
        return "The provider fails at two lines: in Tasklist one is tried again and one is waived, and the order completes.";
    }

    @Override
    public Proof tell(Stage stage) throws InterruptedException {
        StoryLine mug = stage.offer("22114", "HOT WATER BOTTLE TEA AND SYMPATHY", 4, "3.45");
        StoryLine jar = stage.offer("21733", "RED HANGING HEART T-LIGHT HOLDER", 2, "2.55");
        StoryLine card = stage.offer("22961", "JAM MAKING SET PRINTED", 1, "1.45");
        stage.behave(Behaviour.of(mug.offerId(), "FAIL_THEN_SUCCEED").because("no_stock", "Out of stock until noon"));
        stage.behave(Behaviour.of(jar.offerId(), "FAIL").because("discontinued", "No longer made"));
        stage.narrator().say("The provider will fail at %s once, and at %s for good.", mug.offerId(), jar.offerId());

        String orderId = stage.capture(mug, jar, card);
        Waits waits = new Waits(stage, orderId);
        stage.narrator().say("A customer orders both, and a third thing: %s.", orderId);
        Tasklist tasklist = stage.tasklist();
        List<FalloutTask> tasks = stage.narrator()
                .await("two tasks are in Tasklist", () -> tasklist.open(orderId), open -> open.size() == 2);
        waits.untilLineIs(3, "COMPLETED");
        Snapshot before = stage.look(orderId);

        FalloutTask first = taskOf(mug, tasks);
        stage.narrator()
                .say(
                        "Operator %s opens \"%s\" (%s) and decides: try again.",
                        tasklist.user(), first.name(), first.errorCode());
        tasklist.decide(first, Decision.RETRY, "new stock came at noon");
        waits.untilLineIs(1, "COMPLETED");
        FalloutTask second = taskOf(jar, tasks);
        stage.narrator().say("Then \"%s\" (%s): the customer does without.", second.name(), second.errorCode());
        tasklist.decide(second, Decision.WAIVE, "the customer does without");
        waits.untilLineIs(2, "WAIVED");
        waits.untilOrderIs("COMPLETED");
        waits.untilProcessHasEnded();

        Snapshot after = stage.look(orderId);
        return new Proof(before, after)
                .claim(
                        "before, lines 1 and 2 had failed and the order was open",
                        before.lines().equals(List.of("FAILED", "FAILED", "COMPLETED"))
                                && before.status().equals("ACTIVE"))
                .claim(
                        "the order is completed: line 1 completed, line 2 waived, line 3 completed",
                        after.status().equals("COMPLETED")
                                && after.lines().equals(List.of("COMPLETED", "WAIVED", "COMPLETED")))
                .claim(
                        "the provider was asked twice for line 1, once for the others",
                        after.records("OrderLineFulfillmentRequested", 1) == 2
                                && after.requests().size() == 4)
                .claim(
                        "both decisions are facts of the process, in the name of who decided",
                        decided(after, "OrderLineRetryDecided", tasklist)
                                && decided(after, "OrderLineWaiverDecided", tasklist))
                .claim("no task is left", tasklist.open(orderId).isEmpty())
                .claim("the process has ended once", after.records("OrchestrationFinished") == 1);
    }

    private static FalloutTask taskOf(StoryLine line, List<FalloutTask> tasks) {
        return tasks.stream()
                .filter(task -> task.offerId().equals(line.offerId()))
                .findFirst()
                .orElseThrow();
    }

    private static boolean decided(Snapshot after, String type, Tasklist tasklist) {
        return after.records().stream()
                        .filter(each -> each.type().equals(type))
                        .allMatch(each -> each.text("decidedBy").equals(tasklist.user())
                                && !each.text("taskId").isEmpty())
                && after.records(type) == 1;
    }
}
