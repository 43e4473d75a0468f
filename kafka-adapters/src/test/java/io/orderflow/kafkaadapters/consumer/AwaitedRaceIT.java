package io.orderflow.kafkaadapters.consumer;

import static io.orderflow.kafkaadapters.consumer.AwaitedScene.aggregate;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.orderflow.kafkaadapters.LibraryNode;
import io.orderflow.kafkaadapters.TestEvents;
import io.orderflow.kafkaadapters.inbox.AwaitedEvent;
import io.orderflow.kafkaadapters.inbox.AwaitedEvents;
import io.orderflow.kafkaadapters.inbox.HandlingOutcome;
import io.orderflow.kafkaadapters.inbox.InboxEvent;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Two nodes and two sweeps reach for the same awaited events; and doors open while events come in front of them. */
class AwaitedRaceIT {

    private static final int EVENTS = 2_000;
    private static final String NO_MORE = "";
    private static final int AT_ONCE = 20;
    private static final int BEHIND = 10;
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final AwaitedScene scene = new AwaitedScene();
    private final List<String> orders =
            IntStream.range(0, EVENTS).mapToObj(each -> TestEvents.newOrderId()).toList();

    @AfterEach
    void close() {
        scene.close();
    }

    @Test
    void eachIsAppliedOnceWhoeverWakesIt() {
        scene.parking.otherwise(event -> AwaitedScene.notWaiting(Duration.ofHours(1)));
        orders.forEach(order -> InboxScene.send(InboxScene.event(order, 1)));
        await().atMost(PATIENCE).until(() -> parked() == EVENTS);
        AtomicInteger offered = new AtomicInteger();
        try (LibraryNode other = scene.anotherNode()) {
            scene.parking.otherwise(event -> AwaitedScene.effect(event, "swept"));
            CompletableFuture.allOf(
                            CompletableFuture.runAsync(() -> wakeAll(scene.node(), 1, offered)),
                            CompletableFuture.runAsync(() -> wakeAll(other, 2, offered)),
                            CompletableFuture.runAsync(() -> sweepAll(scene.node())),
                            CompletableFuture.runAsync(() -> sweepAll(other)))
                    .join();
        }
        Map<String, Long> effects = effects();
        System.out.printf(
                "%d awaited events, two nodes waking, two sweeping: %s, %d offered%n", EVENTS, effects, offered.get());
        assertEachOnce();
        assertThat(effects).containsKeys("woken", "swept");
        assertThat(scene.counted("DEAD_LETTER")).isZero();
    }

    /** Both sides hold the door, so either the event finds it open or the opener finds the event: no sweep is needed. */
    @Test
    void noWakeUpIsLostBetweenParkingAndOpening() {
        JdbcClient jdbc = scene.node().jdbc();
        jdbc.sql("create table door (id text primary key, open boolean not null)")
                .update();
        jdbc.sql("insert into door select unnest(:orders::text[]), false")
                .param("orders", orders.toArray(String[]::new))
                .update();
        scene.parking.otherwise(this::enter);
        try (LibraryNode other = scene.anotherNode()) {
            BlockingQueue<String> closed = new LinkedBlockingQueue<>();
            CompletableFuture.allOf(
                            CompletableFuture.runAsync(() -> sendAll(closed)),
                            CompletableFuture.runAsync(() -> open(scene.node(), closed)),
                            CompletableFuture.runAsync(() -> open(other, closed)))
                    .join();
            await().atMost(PATIENCE).until(() -> scene.node().count(received()) == EVENTS);
        }
        Map<String, Long> effects = effects();
        System.out.printf("%d doors opened while events came: %s%n", EVENTS, effects);
        assertEachOnce();
        assertThat(effects).containsOnlyKeys("came through", "woken");
    }

    private HandlingOutcome enter(InboxEvent event) {
        boolean open = AwaitedScene.current()
                .sql("select open from door where id = :id for update")
                .param("id", event.envelope().aggregateId())
                .query(Boolean.class)
                .single();
        boolean swept = !Thread.currentThread().getName().startsWith(scene.parking.group());
        return open ? AwaitedScene.effect(event, swept ? "swept" : "came through") : AwaitedScene.notWaiting(null);
    }

    /** Half of the doors are opened about when their events come, the others a little later. */
    private void sendAll(BlockingQueue<String> closed) {
        List<String> later = new ArrayList<>();
        for (int each = 0; each < EVENTS; each++) {
            String order = orders.get(each);
            (each % 2 == 0 ? closed : later).add(order);
            InboxScene.send(InboxScene.event(order, 1));
            if (later.size() > BEHIND) {
                closed.add(later.remove(0));
            }
        }
        closed.addAll(later);
        closed.addAll(List.of(NO_MORE, NO_MORE));
    }

    private static void open(LibraryNode node, BlockingQueue<String> closed) {
        for (String door = next(closed); !door.equals(NO_MORE); door = next(closed)) {
            String opened = door;
            node.transaction().executeWithoutResult(status -> {
                node.jdbc()
                        .sql("update door set open = true where id = :id")
                        .param("id", opened)
                        .update();
                wake(node, List.of(aggregate(opened)));
            });
        }
    }

    private static String next(BlockingQueue<String> closed) {
        try {
            return closed.take();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private void wakeAll(LibraryNode node, int seed, AtomicInteger offered) {
        List<String> all = new ArrayList<>(orders);
        Collections.shuffle(all, new Random(seed));
        for (int from = 0; from < EVENTS; from += AT_ONCE) {
            List<String> some = all.subList(from, from + AT_ONCE).stream()
                    .map(AwaitedScene::aggregate)
                    .toList();
            offered.addAndGet(node.transaction().execute(status -> wake(node, some)));
        }
    }

    private static int wake(LibraryNode node, Collection<String> aggregates) {
        AwaitedEvents awaited = node.bean(AwaitedEvents.class);
        Map<AwaitedEvent, HandlingOutcome> outcomes = new HashMap<>();
        awaited.of(aggregates).forEach(event -> outcomes.put(event, AwaitedScene.effect(event.event(), "woken")));
        awaited.settle(outcomes);
        return outcomes.size();
    }

    private void sweepAll(LibraryNode node) {
        while (parked() > 0) {
            node.bean(ConsumerAutoConfiguration.Consumptions.class).sweep();
        }
    }

    private void assertEachOnce() {
        assertThat(parked()).as("still waiting").isZero();
        assertThat(scene.node().count("select count(*) from effect")).isEqualTo(EVENTS);
        assertThat(scene.node().count("select count(distinct line) from effect"))
                .isEqualTo(EVENTS);
        assertThat(scene.node().count(received() + " and outcome = 'APPLIED'")).isEqualTo(EVENTS);
    }

    private String received() {
        return "select count(*) from inbox_event where consumer = '" + scene.parking.group() + "'";
    }

    private long parked() {
        return scene.node().count("select count(*) from inbox_parked");
    }

    private Map<String, Long> effects() {
        Map<String, Long> effects = new HashMap<>();
        scene.node().jdbc().sql("select how, count(*) from effect group by how").query(row -> {
            effects.put(row.getString(1), row.getLong(2));
        });
        return effects;
    }
}
