package io.orderflow.cli.scenario;

import io.orderflow.cli.outside.Behaviour;
import io.orderflow.cli.records.SeenRecord;
import java.util.Comparator;

/** The answer comes when nobody wants it any more. */
final class LateAnswer implements Story {

    @Override
    public String name() {
        return "late-answer";
    }

    @Override
    public String summary() {
        return "The provider answers \"done\" after the order was cancelled: the order stays cancelled, and the delivery is"
                + " taken back.";
    }

    @Override
    public Proof tell(Stage stage) throws InterruptedException {
        StoryLine heart = stage.offer("85123A", "WHITE HANGING HEART T-LIGHT HOLDER", 6, "2.55");
        stage.behave(Behaviour.of(heart.offerId(), "ANSWER_AFTER_CANCEL"));
        stage.narrator()
                .say("The provider keeps its answer about %s back until the order is cancelled.", heart.offerId());

        String orderId = stage.capture(heart);
        Waits waits = new Waits(stage, orderId);
        stage.narrator().say("A customer orders it: %s.", orderId);
        waits.untilLineIs(1, "REQUESTED");
        Snapshot before = stage.look(orderId);

        stage.orders().cancel(orderId, "the customer does not want to wait any longer");
        stage.narrator()
                .say("The customer cancels. The order is cancelled at once; what was requested has to be reversed.");
        waits.untilOrderIs("CANCELLED");
        stage.narrator().say("Only now the provider says that it has delivered.");
        waits.untilSaid("FulfillmentCompleted", "the provider");
        stage.narrator()
                .say("Nobody falls for it: the process awaits the reversal, and the provider takes the delivery back.");
        waits.untilLineIs(1, "REVERSED");
        waits.untilProcessHasEnded();

        Snapshot after = stage.look(orderId);
        return new Proof(before, after)
                .claim("the order is still cancelled", after.status().equals("CANCELLED"))
                .claim("the answer came after the cancellation", cameLate(after))
                .claim("the line never became completed", after.arrivals(1, "COMPLETED") == 0)
                .claim(
                        "no OrderLineFulfillmentCompleted and no OrderCompleted was published",
                        after.records("OrderLineFulfillmentCompleted") + after.records("OrderCompleted") == 0)
                .claim("the line was reversed exactly once", after.arrivals(1, "REVERSED") == 1)
                .claim("exactly one reversal was asked for", after.records("OrderLineReversalRequested") == 1);
    }

    private static boolean cameLate(Snapshot after) {
        SeenRecord cancelled = first(after, "OrderCancelled");
        return cancelled
                .writtenAt()
                .isBefore(first(after, "FulfillmentCompleted").writtenAt());
    }

    private static SeenRecord first(Snapshot after, String type) {
        return after.records().stream()
                .filter(each -> each.type().equals(type))
                .min(Comparator.comparing(SeenRecord::writtenAt))
                .orElseThrow();
    }
}
