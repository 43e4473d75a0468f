package io.orderflow.cli.show;

import io.orderflow.cli.outside.Behaviour;
import io.orderflow.cli.outside.OutsideWorld;
import io.orderflow.cli.records.Bookmark;
import io.orderflow.cli.records.RecordReader;
import io.orderflow.cli.records.Topics;
import io.orderflow.cli.stack.Stack;
import io.orderflow.cli.tasklist.Tasklist;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Sets the scene before the first invoice, deals with trouble meanwhile, and puts everything back. For one thread. */
public final class Show implements AutoCloseable {

    private final OutsideWorld world;
    private final Cast cast;
    private final Operator operator;
    private final RecordReader records;
    private final Bookmark begin;

    /** Tells the outside world how to behave, and begins to watch. */
    public Show(Stack stack, Cast cast) throws InterruptedException {
        this.world = new OutsideWorld(stack);
        this.cast = cast;
        this.operator = new Operator(duties(stack, cast, world));
        this.records = new RecordReader(stack.kafka(), Topics.OF_AN_ORDER);
        this.begin = records.end();
        world.calmDown();
        for (Behaviour behaviour : cast.behaviours()) {
            world.behave(behaviour);
        }
        if (cast.declined().isPresent()) {
            world.declineAbove(cast.declined().get().limit());
        }
        operator.start();
    }

    /** What has been seen of these orders so far. */
    public Sightings seen(Set<String> orderIds) {
        return Sightings.of(
                records.since(begin, (key, type) -> orderIds.contains(key) && Sightings.TYPES.contains(type)));
    }

    @Override
    public void close() throws InterruptedException {
        try {
            operator.close();
        } finally {
            records.close();
            world.calmDown();
        }
    }

    private static List<Operator.Duty> duties(Stack stack, Cast cast, OutsideWorld world) {
        List<Operator.Duty> duties = new ArrayList<>();
        duties.add(new TasklistDuty(new Tasklist(stack), cast));
        cast.hopeless().forEach(part -> duties.add(OrderDuty.waive(stack, part)));
        cast.withdrawn().forEach(order -> duties.add(OrderDuty.withdraw(stack, order, () -> forget(order, world))));
        return duties;
    }

    /** What the provider has begun goes on as slowly; the reversal does not have to. */
    private static void forget(Candidate order, OutsideWorld world) throws InterruptedException {
        for (String offer : order.offers()) {
            world.forget(offer);
        }
    }
}
