package io.orderflow.orderservice.projection.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.orderflow.orderservice.OrderServiceNode;
import io.orderflow.orderservice.projection.OrderStory;
import io.orderflow.orderservice.projection.Projection;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How fast a replay is, everything on one machine: broker, database, service, and the consumer group at rest. A build runs
 * it small, to see that it still measures; {@code -Dreplay.events=300000} measures.
 */
class ReplayRateIT {

    private static final Logger LOG = LoggerFactory.getLogger(ReplayRateIT.class);
    private static final int EVENTS = Integer.getInteger("replay.events", 30_000);
    private static final int LINES = 3;
    private static final int EVENTS_OF_ORDER = 4 + 3 * LINES;
    private static final int AT_ONCE = 2_000;

    /** What a busy build machine reaches with little to read; the figure that counts is in the documentation. */
    private static final double AT_LEAST = 2_000;

    private final OrderServiceNode node = OrderServiceNode.shared();
    private final Projection projection = new Projection(node);

    @Test
    void reads() {
        for (int orders = EVENTS / EVENTS_OF_ORDER; orders > 0; orders -= AT_ONCE) {
            List<OrderStory> stories = Stream.generate(() -> OrderStory.completed(LINES))
                    .limit(Math.min(orders, AT_ONCE))
                    .toList();
            OrderStory.sendAll(stories);
            projection.awaitAll(stories);
        }
        Replays replays = node.bean(Replays.class);

        int number = replays.start(new Replays.Request("olga", true, null))
                .generation()
                .number();
        await().atMost(Duration.ofMinutes(5))
                .until(() -> !replays.progress(number).orElseThrow().isRunning());

        ReplayProgress ended = replays.progress(number).orElseThrow();
        assertThat(ended.generation().state()).isEqualTo(Generation.State.CURRENT);
        LOG.warn(
                "Replayed {} events at {} events/s; {}",
                ended.total(),
                Math.round(ended.eventsPerSecond()),
                ended.generation().comparison());
        assertThat(ended.eventsPerSecond()).isGreaterThan(AT_LEAST);
    }
}
