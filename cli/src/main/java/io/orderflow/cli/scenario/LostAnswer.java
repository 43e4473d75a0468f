package io.orderflow.cli.scenario;

import com.fasterxml.jackson.databind.JsonNode;
import io.orderflow.cli.outside.Behaviour;

/** The work is done, and nobody hears of it. */
final class LostAnswer implements Story {

    @Override
    public String name() {
        return "lost-answer";
    }

    @Override
    public String summary() {
        return "The provider delivers, but its answer is lost: the order waits visibly, and goes on when the answer is sent"
                + " again.";
    }

    @Override
    public Proof tell(Stage stage) throws InterruptedException {
        StoryLine bottle = stage.offer("84029G", "KNITTED UNION FLAG HOT WATER BOTTLE", 6, "3.39");
        StoryLine cover = stage.offer("84029E", "RED WOOLLY HOTTIE WHITE HEART.", 6, "3.39")
                .after(1);
        stage.behave(Behaviour.of(bottle.offerId(), "LOSE"));
        stage.narrator().say("The provider's answer about %s will get lost on its way.", bottle.offerId());

        String orderId = stage.capture(bottle, cover);
        Waits waits = new Waits(stage, orderId);
        stage.narrator().say("A customer orders it, and a second thing that has to wait for it: %s.", orderId);
        waits.untilLineIs(1, "REQUESTED");
        JsonNode request = waits.untilProviderNotes("answeredAt", "the provider has delivered and noted its answer");
        Snapshot before = stage.look(orderId);

        stage.narrator().say("The order waits: line 1 is %s, line 2 is %s.", before.line(1), before.line(2));
        stage.narrator().say("An operator sees in the provider's log that it is done, and has the answer sent again.");
        stage.world()
                .answerAgain(
                        orderId,
                        request.path("orderLineId").asText(),
                        request.path("attempt").asInt());
        waits.untilLineIs(1, "COMPLETED");
        waits.untilOrderIs("COMPLETED");
        waits.untilProcessHasEnded();

        Snapshot after = stage.look(orderId);
        return new Proof(before, after)
                .claim(
                        "before, the provider had delivered and no answer stood on the topic",
                        before.requests().size() == 1 && before.records("FulfillmentCompleted") == 0)
                .claim(
                        "before, the order was open and line 2 had not been requested",
                        before.status().equals("ACTIVE") && before.records("OrderLineFulfillmentRequested", 2) == 0)
                .claim(
                        "line 1 was asked for once: nothing was delivered twice",
                        after.requests().stream()
                                        .filter(each -> each.path("orderLineId").equals(request.path("orderLineId")))
                                        .count()
                                == 1)
                .claim("one answer for line 1 stands on the topic", after.records("FulfillmentCompleted", 1) == 1)
                .claim("the order is completed", after.status().equals("COMPLETED"))
                .claim("the process has ended once", after.records("OrchestrationFinished") == 1);
    }
}
