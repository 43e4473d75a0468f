package io.orderflow.cli.scenario;

import io.orderflow.cli.outside.Behaviour;
import java.time.Duration;

/** The customer cancels while the provider is at work. */
final class CancelAfterRequest implements Story {

    @Override
    public String name() {
        return "cancel-after-request";
    }

    @Override
    public String summary() {
        return "The customer cancels while the provider is at work: what was requested is reversed, what was not is left.";
    }

    @Override
    public Proof tell(Stage stage) throws InterruptedException {
        StoryLine clock = stage.offer("22726", "ALARM CLOCK BAKELIKE GREEN", 8, "3.75");
        StoryLine other =
                stage.offer("22727", "ALARM CLOCK BAKELIKE RED", 4, "3.75").after(1);
        stage.behave(Behaviour.of(clock.offerId(), "SUCCEED").after(Duration.ofMinutes(10)));
        stage.narrator().say("The provider needs ten minutes for %s.", clock.offerId());

        String orderId = stage.capture(clock, other);
        Waits waits = new Waits(stage, orderId);
        stage.narrator().say("A customer orders it, and a second thing that has to wait for it: %s.", orderId);
        waits.untilLineIs(1, "REQUESTED");
        waits.untilLineIs(2, "RELEASED");
        Snapshot before = stage.look(orderId);

        // What it has begun goes on as slowly; the reversal does not have to.
        stage.world().forget(clock.offerId());
        stage.orders().cancel(orderId, "the customer found it cheaper");
        stage.narrator()
                .say("The customer cancels. The order service decides at once, and the process awaits the reversal.");
        waits.untilOrderIs("CANCELLED");
        waits.untilSaid("OrderLineReversalReleased", "the process");
        waits.untilSaid("OrderLineReversalRequested", "the order service");
        waits.untilSaid("FulfillmentReversed", "the provider");
        waits.untilLineIs(1, "REVERSED");
        waits.untilProcessHasEnded();
        stage.narrator()
                .await(
                        "people have been notified",
                        () -> stage.world().notifications(orderId),
                        notifications -> notifications.size() >= 2);

        Snapshot after = stage.look(orderId);
        return new Proof(before, after)
                .claim(
                        "the order is cancelled, line 1 reversed, line 2 cancelled",
                        after.status().equals("CANCELLED")
                                && after.line(1).equals("REVERSED")
                                && after.line(2).equals("CANCELLED"))
                .claim("line 2 was never requested", after.records("OrderLineFulfillmentRequested", 2) == 0)
                .claim("nothing was delivered", after.records("FulfillmentCompleted") == 0)
                .claim(
                        "one reversal was asked for and answered, and only for line 1",
                        after.records("OrderLineReversalRequested") == 1 && after.records("OrderLineReversed", 1) == 1)
                .claim("the process ended after the reversal, once", after.records("OrchestrationFinished") == 1);
    }
}
