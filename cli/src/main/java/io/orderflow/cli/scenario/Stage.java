package io.orderflow.cli.scenario;

import com.fasterxml.jackson.databind.JsonNode;
import io.orderflow.cli.outside.Behaviour;
import io.orderflow.cli.outside.OutsideWorld;
import io.orderflow.cli.records.Bookmark;
import io.orderflow.cli.records.RecordReader;
import io.orderflow.cli.records.SeenRecord;
import io.orderflow.cli.records.Topics;
import io.orderflow.cli.stack.Stack;
import io.orderflow.cli.tasklist.Tasklist;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;

/** Where a story takes place: the running stack, and what must be put back afterwards. */
final class Stage implements AutoCloseable {

    private final Stack stack;
    private final Narrator narrator;
    private final StoryOrders orders;
    private final OutsideWorld world;
    private final RecordReader records;
    private final Bookmark begin;
    private final String run;
    private final List<String> offers = new ArrayList<>();
    private boolean approversChanged;

    Stage(Stack stack, Narrator narrator, Clock clock) {
        this.stack = stack;
        this.narrator = narrator;
        this.orders = new StoryOrders(stack);
        this.world = new OutsideWorld(stack);
        this.records = new RecordReader(stack.kafka(), Topics.OF_AN_ORDER);
        this.begin = records.end();
        this.run = Long.toString(clock.millis(), Character.MAX_RADIX);
    }

    Narrator narrator() {
        return narrator;
    }

    OutsideWorld world() {
        return world;
    }

    StoryOrders orders() {
        return orders;
    }

    Tasklist tasklist() {
        return new Tasklist(stack);
    }

    /** A thing that the real shop sells, under an offer id of this run alone. */
    StoryLine offer(String stockCode, String description, int quantity, String unitPrice) {
        return new StoryLine(stockCode + "-" + run, description, quantity, unitPrice, List.of());
    }

    /** Until the end of the story the provider treats the offer so. */
    void behave(Behaviour behaviour) throws InterruptedException {
        offers.add(behaviour.offerId());
        world.behave(behaviour);
    }

    /** Until the end of the story nobody decides about approvals unasked. */
    void keepApproversSilent() throws InterruptedException {
        approversChanged = true;
        world.keepApproversSilent();
    }

    String capture(StoryLine... lines) throws InterruptedException {
        return orders.capture("q-story-" + run, List.of(lines));
    }

    /** The order's events since the story began, oldest first. */
    List<SeenRecord> records(String orderId) {
        return records.since(begin, (key, type) -> key.equals(orderId));
    }

    /** The order's events of one type. */
    List<SeenRecord> records(String orderId, String type) {
        return records.since(begin, (key, each) -> key.equals(orderId) && each.equals(type));
    }

    /** Everything that can be seen of an order at this moment. */
    Snapshot look(String orderId) throws InterruptedException {
        JsonNode history = orders.history(orderId);
        return new Snapshot(
                orders.order(orderId),
                history,
                world.requests(orderId),
                world.approvals(orderId),
                world.notifications(orderId),
                records(orderId),
                InboxOutcomes.of(stack));
    }

    InboxOutcomes inboxes() throws InterruptedException {
        return InboxOutcomes.of(stack);
    }

    @Override
    public void close() throws InterruptedException {
        records.close();
        if (approversChanged) {
            world.approveEverything();
        }
        for (String offer : offers) {
            world.forget(offer);
        }
    }
}
