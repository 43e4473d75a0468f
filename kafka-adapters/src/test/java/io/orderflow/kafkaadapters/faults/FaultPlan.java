package io.orderflow.kafkaadapters.faults;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;

/** Which faults strike when; the same for the same seed. */
final class FaultPlan {

    private static final int STRIKE_WITHIN_MS = 600;

    private FaultPlan() {}

    enum Kind {
        NODE_KILLED,
        NODE_STOPPED_PAST_ITS_LEASE,
        BROKER_KILLED
    }

    /**
     * @param at since the start
     * @param node which one, unless it is the broker
     * @param lasting how long a stopped node stays stopped; zero for a kill, after which the restart follows at once
     */
    record Fault(Kind kind, Duration at, int node, Duration lasting) {}

    /** Each strikes at a random moment of a random burst of work, because an idle process can hardly do wrong. */
    static List<Fault> random(Random random, Bursts bursts, int nodes, Duration lease) {
        List<Fault> plan = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            plan.add(new Fault(Kind.NODE_KILLED, within(random, bursts), random.nextInt(nodes), Duration.ZERO));
        }
        for (int i = 0; i < 3; i++) {
            Duration lasting = lease.plusMillis(1_000 + random.nextInt(9_000));
            plan.add(new Fault(
                    Kind.NODE_STOPPED_PAST_ITS_LEASE, within(random, bursts), random.nextInt(nodes), lasting));
        }
        for (int i = 0; i < 2; i++) {
            plan.add(new Fault(Kind.BROKER_KILLED, within(random, bursts), 0, Duration.ZERO));
        }
        plan.sort(Comparator.comparing(Fault::at));
        return List.copyOf(plan);
    }

    private static Duration within(Random random, Bursts bursts) {
        return bursts.start(random.nextInt(bursts.many())).plusMillis(random.nextInt(STRIKE_WITHIN_MS));
    }
}
