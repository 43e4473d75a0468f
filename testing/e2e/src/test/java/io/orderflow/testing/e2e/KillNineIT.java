package io.orderflow.testing.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.orderflow.testing.e2e.client.Answer;
import io.orderflow.testing.e2e.data.Invoice;
import io.orderflow.testing.e2e.data.Invoices;
import io.orderflow.testing.e2e.data.OrderBodies;
import io.orderflow.testing.e2e.kafka.PublishedEvent;
import io.orderflow.testing.e2e.kafka.TopicDump;
import io.orderflow.testing.e2e.kafka.Topics;
import io.orderflow.testing.e2e.stack.Quiet;
import io.orderflow.testing.e2e.stack.ServiceProcess;
import io.orderflow.testing.e2e.stack.Stack;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Each service is killed with SIGKILL in the middle of the work and started again, while callers go on ordering. Callers
 * repeat what was not answered, with the same idempotency key, as the interface asks them to.
 */
class KillNineIT {

    private static final Logger LOG = LoggerFactory.getLogger(KillNineIT.class);
    private static final Duration PATIENCE = Duration.ofSeconds(120);
    private static final int ORDERS_PER_KILL = 15;
    private static final int LINES_PER_ORDER = 7;

    private final Stack stack = Stack.running();
    private final Invoice invoice = manyLines();
    private final List<String> quotes = new ArrayList<>();

    @Test
    void losesNothingAndDoublesNothing() {
        stack.mock().latency(300, 900);
        List<String> kills = new ArrayList<>();
        for (ServiceProcess victim : stack.services()) {
            long completedBefore = progress().completed();
            CompletableFuture<Void> callers = CompletableFuture.runAsync(this::orderSome);
            await("work to be in the middle")
                    .atMost(PATIENCE)
                    .until(() -> progress().completed() > completedBefore + LINES_PER_ORDER);
            victim.kill9();
            Progress atKill = progress();
            assertThat(atKill.inFlight()).as("lines in flight at the kill").isPositive();
            kills.add("%s with %d lines in flight".formatted(victim, atKill.inFlight()));
            victim.start();
            victim.awaitReady();
            callers.join();
        }

        List<String> orderIds =
                quotes.stream().map(stack.orders()::awaitOrderOf).toList();
        stack.orders().awaitStatus("COMPLETED", orderIds, PATIENCE);
        Quiet.settle(stack, PATIENCE);

        assertThat(quotes)
                .allSatisfy(quoteId ->
                        assertThat(stack.orders().ofQuote(quoteId)).as(quoteId).hasSize(1));
        assertThat(orderIds).allSatisfy(orderId -> {
            assertThat(stack.processes().instances(orderId)).singleElement().satisfies(instance -> assertThat(
                            stack.processes().endEvents(instance))
                    .contains("EndEvent_OrderCompleted"));
            assertThat(stack.mock().requests(orderId)).hasSize(LINES_PER_ORDER);
        });
        assertEachVersionHasOneEvent(orderIds);
        LOG.warn(
                "{} orders, {} lines, {} kills {}: none lost, none doubled",
                orderIds.size(),
                orderIds.size() * LINES_PER_ORDER,
                kills.size(),
                kills);
    }

    /** A relay that dies between sending and deleting sends again; the event is the same one, and only its record is doubled. */
    private static void assertEachVersionHasOneEvent(List<String> orderIds) {
        TopicDump dump = TopicDump.of(Topics.ORDERS);
        assertThat(orderIds).allSatisfy(orderId -> {
            Map<Long, Set<String>> events = dump.ofAggregate(orderId).stream()
                    .collect(Collectors.groupingBy(
                            PublishedEvent::version, Collectors.mapping(PublishedEvent::eventId, Collectors.toSet())));
            assertThat(events.values()).allSatisfy(ids -> assertThat(ids).hasSize(1));
            assertThat((long) events.size())
                    .isEqualTo(events.keySet().stream()
                            .mapToLong(version -> version)
                            .max()
                            .orElseThrow());
        });
    }

    private void orderSome() {
        for (int i = 0; i < ORDERS_PER_KILL; i++) {
            String quoteId = "q_kill_" + quotes.size();
            quotes.add(quoteId);
            if (i % 2 == 0) {
                insist(() -> stack.orders().capture(OrderBodies.order(quoteId, invoice), "capture-" + quoteId));
            } else {
                insist(() -> stack.mock().accept(quoteId, OrderBodies.acceptance(quoteId, invoice)));
            }
        }
    }

    private static void insist(Callable<Answer> call) {
        await("an answer")
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(200))
                .ignoreExceptions()
                .until(() -> Set.of(200, 201, 202).contains(call.call().status()));
    }

    /** How many lines of this test have been requested and completed, as the topic tells it. */
    private record Progress(long requested, long completed) {

        long inFlight() {
            return requested - completed;
        }
    }

    private static Progress progress() {
        TopicDump dump = TopicDump.of(Topics.ORDERS);
        Set<String> ours = dump.ofType("OrderCaptured")
                .filter(event -> event.payload().path("quoteId").asText().startsWith("q_kill_"))
                .map(PublishedEvent::aggregateId)
                .collect(Collectors.toSet());
        return new Progress(
                lines(dump, ours, "OrderLineFulfillmentRequested"), lines(dump, ours, "OrderLineFulfillmentCompleted"));
    }

    private static long lines(TopicDump dump, Set<String> orderIds, String type) {
        return dump.ofType(type)
                .filter(event -> orderIds.contains(event.aggregateId()))
                .map(event -> event.payload().path("orderLineId").asText())
                .distinct()
                .count();
    }

    private static Invoice manyLines() {
        Invoice first = Invoices.all().stream()
                .filter(invoice -> invoice.lines().size() >= LINES_PER_ORDER)
                .findFirst()
                .orElseThrow();
        return new Invoice(first.number(), first.customerId(), first.lines().subList(0, LINES_PER_ORDER));
    }
}
