package io.orderflow.testing.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.orderflow.testing.e2e.client.OrderApi;
import io.orderflow.testing.e2e.launcher.Access;
import io.orderflow.testing.e2e.launcher.DemoBooks;
import io.orderflow.testing.e2e.launcher.DemoTotals;
import io.orderflow.testing.e2e.launcher.Kill;
import io.orderflow.testing.e2e.launcher.OrdersUnderWay;
import io.orderflow.testing.e2e.launcher.ProcessFamily;
import io.orderflow.testing.e2e.launcher.Script;
import io.orderflow.testing.e2e.launcher.ScriptRun;
import io.orderflow.testing.e2e.launcher.StackFile;
import io.orderflow.testing.e2e.stack.Stack;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The demo as a newcomer runs it, while each of the three services is killed with SIGKILL in the middle of it. The
 * launcher starts them again, and nobody else helps.
 */
class DemoSurvivesKillsIT {

    private static final Logger LOG = LoggerFactory.getLogger(DemoSurvivesKillsIT.class);
    private static final int INVOICES = 150;
    private static final int ORDERS_BETWEEN_KILLS = 12;
    private static final List<String> VICTIMS = List.of("order-service", "orchestration", "fulfillment-mock");
    private static final Duration PATIENCE = Duration.ofSeconds(120);

    private final Path home = Path.of(System.getProperty("orderflow.e2e.home", "target/demo-home"))
            .toAbsolutePath();
    private final Script orderflow = new Script(home);
    private final StackFile stack = new StackFile(home);

    @BeforeEach
    void startTheStack() {
        Stack.rest();
        // It ends with this JVM, even if that is killed.
        long tests = ProcessHandle.current().pid();
        orderflow.run(PATIENCE.multipliedBy(2), "up", "--fresh", "--tied-to", Long.toString(tests));
    }

    @AfterEach
    void leaveNothing() {
        orderflow.run(PATIENCE, "down");
    }

    @Test
    void losesNoOrderAndDoublesNone() {
        assertThat(stack.isReady()).isTrue();
        Access access = Access.to(stack);
        try (ScriptRun demo = orderflow.start("demo", "--orders", Integer.toString(INVOICES), "--exit")) {
            List<Kill> kills = killEachInTheMiddle(demo, access.orders());

            assertThat(demo.awaitExit(PATIENCE)).as(demo.output()).isZero();
            DemoTotals totals = DemoTotals.printedIn(demo.output());
            assertAddsUp(totals);

            DemoBooks books = DemoBooks.of(access);
            settle(books);
            assertNothingIsLostOrDoubled(books, totals);
            assertThat(access.deadLetters().records()).isNotEmpty().allSatisfy((topic, records) -> assertThat(records)
                    .as(topic)
                    .isZero());
            LOG.warn(
                    "{}, {} lines requested, kills {}: none lost, none doubled",
                    totals,
                    books.fulfillmentRequests().size(),
                    kills);
        }
        assertNoProcessIsLeftAfterDown();
    }

    /** Every kill comes after work has moved on since the one before, and before the end is near. */
    private List<Kill> killEachInTheMiddle(ScriptRun demo, OrderApi orders) {
        List<Kill> kills = new ArrayList<>();
        for (String victim : VICTIMS) {
            long endedBefore = OrdersUnderWay.in(orders).ended();
            await("work to be in the middle")
                    .atMost(PATIENCE)
                    .pollInterval(Duration.ofMillis(200))
                    .until(() -> !demo.isUnderWay()
                            || OrdersUnderWay.in(orders).ended() >= endedBefore + ORDERS_BETWEEN_KILLS);
            OrdersUnderWay atKill = OrdersUnderWay.in(orders);
            assertThat(demo.isUnderWay()).as(demo.output()).isTrue();
            assertThat(atKill.inFlight())
                    .as("orders in flight when %s is killed", victim)
                    .isPositive();
            Kill kill = Kill.nine(stack, victim, atKill.inFlight());
            LOG.warn("{}", kill);
            kills.add(kill);
        }
        return kills;
    }

    private static void assertAddsUp(DemoTotals totals) {
        assertThat(totals.read()).isEqualTo(INVOICES);
        assertThat(totals.captured() + totals.rejected() + totals.cancellations())
                .isEqualTo(totals.read());
        assertThat(totals.completed() + totals.cancelled()).isEqualTo(totals.captured());
        assertThat(totals.open()).isZero();
    }

    /** An order has ended a little before its process has. */
    private static void settle(DemoBooks books) {
        await("processes to end and events to be sent")
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(300))
                .during(Duration.ofSeconds(2))
                .until(() -> books.openInstances() == 0 && books.unsent() == 0);
    }

    private static void assertNothingIsLostOrDoubled(DemoBooks books, DemoTotals totals) {
        List<String> completed = books.orders("COMPLETED");
        List<String> cancelled = books.orders("CANCELLED");
        assertThat(completed).hasSize(Math.toIntExact(totals.completed()));
        assertThat(cancelled).hasSize(Math.toIntExact(totals.cancelled()));
        assertThat(books.quotesOrdered())
                .hasSize(completed.size()
                        + cancelled.size()
                        + books.orders("REJECTED").size())
                .containsExactlyInAnyOrderElementsOf(books.quotesAnswered());
        assertThat(books.ordersWithGaps()).isEmpty();
        assertThat(books.ordersOfInstances())
                .containsExactlyInAnyOrderElementsOf(
                        Stream.concat(completed.stream(), cancelled.stream()).toList());
        assertThat(books.linesCompleted().size() + books.linesWaived().size())
                .isEqualTo(Math.toIntExact(books.linesOfCompletedOrders()));
        assertThat(books.linesSettledByCancellation()).hasSize(Math.toIntExact(books.linesOfCancelledOrders()));
        assertThat(books.linesWaived()).isNotEmpty();
        assertThat(books.fulfillmentRequests())
                .doesNotHaveDuplicates()
                .containsExactlyInAnyOrderElementsOf(books.attempts());
        assertThat(books.linesDelivered()).containsExactlyInAnyOrderElementsOf(books.linesCompleted());
        assertThat(books.givenUp()).isZero();
    }

    private void assertNoProcessIsLeftAfterDown() {
        ProcessFamily family = ProcessFamily.of(stack.supervisor());
        assertThat(family.pids())
                .containsAll(Stream.concat(Stream.of("postgres", "kafka"), VICTIMS.stream())
                        .map(name -> stack.member(name).pid())
                        .toList());
        orderflow.run(PATIENCE, "down");
        assertThat(family.survivors()).isEmpty();
    }
}
