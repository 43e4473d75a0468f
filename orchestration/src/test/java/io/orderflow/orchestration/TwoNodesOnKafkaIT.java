package io.orderflow.orchestration;

import static io.orderflow.orchestration.Seen.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import io.orderflow.bpmn.OrderFulfillmentProcess.Elements;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Two whole nodes, with their consumers, share a broker and a database, and events come in whatever order they like. */
class TwoNodesOnKafkaIT {

    private static final Logger LOG = LoggerFactory.getLogger(TwoNodesOnKafkaIT.class);
    private static final long SEED = 20261123;
    private static final int ORDERS = 1_000;
    private static final int KILLS = 200;
    private static final long MOST_BETWEEN_KILLS_NANOS = TimeUnit.MILLISECONDS.toNanos(150);

    private static NodesOnKafka nodes;

    private final Random random = new Random(SEED);

    @BeforeAll
    static void startNodes() {
        nodes = NodesOnKafka.start();
    }

    @AfterAll
    static void stopNodes() {
        nodes.close();
    }

    /** Orders and approvals travel on topics that know nothing of each other. */
    @Test
    void anApprovalFindsItsOrderWhicheverComesFirst() {
        List<OrderEvents> orders = Stream.generate(() -> new OrderEvents(1, OrderApprovalIT.DEAR))
                .limit(ORDERS)
                .toList();
        List<Event> captured = orders.stream().map(OrderEvents::captured).toList();
        List<Event> granted = new ArrayList<>(orders.stream()
                .map(order -> new ApprovalEvents(order).granted(OrderApprovalIT.DEAR, "GBP"))
                .toList());
        Collections.shuffle(granted, random);

        List<Event> mixed = new ArrayList<>(captured);
        granted.forEach(event -> mixed.add(random.nextInt(mixed.size() + 1), event));
        nodes.send(mixed);

        eventually(() -> assertThat(nodes.outcomes(granted)).containsOnly(Map.entry("APPLIED", (long) ORDERS)));
        assertThat(nodes.outcomes(captured)).containsOnly(Map.entry("APPLIED", (long) ORDERS));
        eventually(() -> assertThat(nodes.published("OrderLineReleased", orders))
                .as("the one line of each")
                .hasSize(ORDERS)
                .doesNotHaveDuplicates());
        long early = nodes.left()
                .jdbc
                .sql(
                        "select count(*) from inbox_event where event_id = any (?::uuid[]) and reason like '%begun to wait%'")
                .param(Event.ids(granted))
                .query(Long.class)
                .single();
        assertThat(early).as("never too early: this test proves nothing").isPositive();
        assertThat(nodes.left()
                        .jdbc
                        .sql("select count(*) from inbox_parked")
                        .query(Long.class)
                        .single())
                .isZero();
        LOG.info("{} approvals and orders in any order: {} approvals came first and were woken", ORDERS, early);
    }

    /** Starts and completions of the same orders share batches; a redelivery of everything changes nothing. */
    @Test
    void batchesMixStartsAndCompletionsOfTheSameOrders() {
        List<OrderEvents> orders = IntStream.range(0, ORDERS)
                .mapToObj(number -> new OrderEvents(1 + number % 3))
                .toList();
        List<Event> life = OrderLives.interleaved(
                random, orders.stream().map(OrderLives::of).toList());

        nodes.send(life);
        nodes.send(life);

        eventually(() -> assertThat(nodes.outcomes(life)).containsOnly(Map.entry("APPLIED", (long) life.size())));
        assertThat(nodes.left().seen.endsOf(orders)).hasSize(ORDERS).allSatisfy((order, end) -> assertThat(end)
                .isEqualTo(Elements.ORDER_COMPLETED));
        assertThat(nodes.left().seen.leftOversOf(orders)).isZero();
        eventually(() -> assertThat(nodes.published("OrchestrationFinished", orders))
                .hasSize(ORDERS)
                .doesNotHaveDuplicates());
        LOG.info("{} events of {} orders, mixed and sent twice: each applied once", life.size(), ORDERS);
    }

    /**
     * A node that is killed is, to its database, a connection that ends in the middle of something. Here the nodes live on and
     * try again, which is harder. At every moment the ledger says of an event that it was applied if and only if the process
     * has done it.
     */
    @Test
    void connectionsThatDieAtAnyMomentLeaveLedgerAndEngineAgreed() {
        int killed = 0;
        int events = 0;
        while (killed < KILLS) {
            List<OrderEvents> orders = IntStream.range(0, ORDERS)
                    .mapToObj(number -> new OrderEvents(2))
                    .toList();
            List<Event> life = OrderLives.interleaved(
                    random, orders.stream().map(OrderLives::of).toList());
            nodes.send(life);
            while (nodes.ended(orders) < orders.size()) {
                LockSupport.parkNanos((long) (random.nextDouble() * MOST_BETWEEN_KILLS_NANOS));
                killed += nodes.killOneThatIsBusy();
                nodes.assertLedgerAndEngineAgree(orders, life);
            }
            eventually(() -> assertThat(nodes.outcomes(life)).containsOnly(Map.entry("APPLIED", (long) life.size())));
            nodes.assertLedgerAndEngineAgree(orders, life);
            assertThat(nodes.left().seen.leftOversOf(orders)).isZero();
            eventually(() -> assertThat(nodes.published("OrchestrationFinished", orders))
                    .hasSize(orders.size())
                    .doesNotHaveDuplicates());
            events += life.size();
        }
        LOG.info("{} connections killed in the middle of {} events: each once, none lost", killed, events);
    }
}
