package io.orderflow.testing.benchmarks.correlation;

import io.orderflow.testing.benchmarks.workload.OrderEvents;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;

/**
 * What happens to many orders, in the order in which it happens: each line is fulfilled a random number of order arrivals
 * after its order was captured, and the order is completed with its last line. So a stretch of the stream mixes starts and
 * completions of mostly distinct orders.
 *
 * @param steps sorted by {@code at}
 */
record OrderStream(int orders, List<Step> steps) {

    private static final long SEED = 20_260_702;
    private static final Comparator<Step> IN_TIME =
            Comparator.comparingDouble(Step::at).thenComparingInt(Step::order).thenComparingInt(Step::version);

    /**
     * One event of an order.
     *
     * @param at in order arrivals since the beginning
     */
    record Step(double at, int order, int version) {}

    OrderStream {
        steps = List.copyOf(steps);
    }

    /**
     * How many orders arrive between an order's capture and the fulfilment of a line: at least and at most.
     */
    record Waits(int least, int most) {

        private static final int LEAST = 200;
        private static final int MOST = 3_000;

        /** The longest of all, unless so few orders would then all be captured before the first is completed. */
        static Waits within(int orders) {
            int most = Math.min(MOST, orders / 2);
            return new Waits(Math.min(LEAST, most / 4), most);
        }

        /** Short, so that orders that warm up are mostly completed when others follow. */
        static Waits ofWarmUp(int orders) {
            return new Waits(orders / 20, orders / 4);
        }

        @Override
        public String toString() {
            return "%d to %d order arrivals".formatted(least, most);
        }
    }

    static OrderStream of(int orders, Waits waits) {
        return of(0, waits, orders, waits);
    }

    /** Orders that warm up, and those that follow them. */
    static OrderStream of(int warmUp, Waits warmUpWaits, int orders, Waits waits) {
        Random random = new Random(SEED);
        List<Step> steps = new ArrayList<>();
        for (int order = 0; order < warmUp + orders; order++) {
            Waits own = order < warmUp ? warmUpWaits : waits;
            steps.add(new Step(order, order, 1));
            steps.addAll(completion(random, order, order + own.least(), order + own.most()));
        }
        steps.sort(IN_TIME);
        return new OrderStream(warmUp + orders, steps);
    }

    /** Captures and nothing more. */
    static List<Step> capturesOf(List<Integer> orders) {
        return orders.stream().map(order -> new Step(order, order, 1)).toList();
    }

    /** Fulfilment and completion of orders that wait, mixed at random. */
    static List<Step> completionsOf(List<Integer> orders) {
        Random random = new Random(SEED);
        return orders.stream()
                .flatMap(order -> completion(random, order, 0, orders.size()).stream())
                .sorted(IN_TIME)
                .toList();
    }

    private static List<Step> completion(Random random, int order, double earliest, double latest) {
        double[] fulfilled =
                random.doubles(OrderEvents.LINES, earliest, latest).sorted().toArray();
        List<Step> steps = new ArrayList<>();
        for (int line = 0; line < fulfilled.length; line++) {
            steps.add(new Step(fulfilled[line], order, line + 2));
        }
        steps.add(new Step(fulfilled[fulfilled.length - 1], order, OrderEvents.EVENTS));
        return steps;
    }

    /** What happens until so many orders have arrived. */
    List<Step> until(int arrivals) {
        return steps.stream().filter(step -> step.at() < arrivals).toList();
    }

    /** What happens after so many orders have arrived. */
    List<Step> after(int arrivals) {
        return steps.stream().filter(step -> step.at() >= arrivals).toList();
    }
}
