package io.orderflow.cli.scenario;

import io.orderflow.cli.outside.Behaviour;
import java.time.Duration;

/** The answer comes more than once. */
final class Duplicate implements Story {

    @Override
    public String name() {
        return "duplicate";
    }

    @Override
    public String summary() {
        return "The provider sends the same answer several times: it has its effect once, and each copy is known as one.";
    }

    @Override
    public Proof tell(Stage stage) throws InterruptedException {
        StoryLine lantern = stage.offer("71053", "WHITE METAL LANTERN", 6, "3.39");
        stage.behave(Behaviour.of(lantern.offerId(), "DUPLICATE").after(Duration.ofSeconds(2)));
        stage.narrator().say("The provider will send its answer about %s more than once.", lantern.offerId());

        String orderId = stage.capture(lantern);
        Waits waits = new Waits(stage, orderId);
        stage.narrator().say("A customer orders it: %s.", orderId);
        waits.untilLineIs(1, "REQUESTED");
        Snapshot before = stage.look(orderId);

        stage.narrator().say("The provider answers, and answers again.");
        long copies = waits.untilSaid(2, "FulfillmentCompleted", "the provider").size();
        waits.untilOrderIs("COMPLETED");
        waits.untilProcessHasEnded();
        stage.narrator()
                .await(
                        "the order service has looked at every copy",
                        stage::inboxes,
                        now -> looked(before, now, "DUPLICATE")
                                        + looked(before, now, "STALE")
                                        + looked(before, now, "IGNORED")
                                        + looked(before, now, "APPLIED")
                                >= copies);

        Snapshot after = stage.look(orderId);
        return new Proof(before, after)
                .claim(
                        "the answer stands on the topic %d times".formatted(after.records("FulfillmentCompleted")),
                        after.records("FulfillmentCompleted") >= 2)
                .claim("the provider did the work once", after.requests().size() == 1)
                .claim("the line became completed exactly once", after.arrivals(1, "COMPLETED") == 1)
                .claim(
                        "one OrderLineFulfillmentCompleted and one OrderCompleted were published",
                        after.records("OrderLineFulfillmentCompleted") == 1 && after.records("OrderCompleted") == 1)
                .claim(
                        "the order went two steps further, not more: line completed, order completed",
                        after.version() == before.version() + 2)
                .claim("the process has ended once", after.records("OrchestrationFinished") == 1);
    }

    private static long looked(Snapshot before, InboxOutcomes now, String outcome) {
        return now.of(InboxOutcomes.FULFILLMENT, outcome) - before.inboxes().of(InboxOutcomes.FULFILLMENT, outcome);
    }
}
