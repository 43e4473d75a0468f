package io.orderflow.orderservice.order;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.statistics.Statistics;

/** Whatever others report and people ask for, in any order and as often as they like: the order's life stays in its banks. */
class OrderLifeTest {

    private static final Instant AT = Instant.parse("2026-07-02T08:15:31Z");
    private static final int MOST_LINES = 5;

    @Property(tries = 5_000, seed = "20260702")
    void noSequenceOfCommandsBreaksAnInvariant(
            @ForAll("drafts") List<DraftLine> drafts,
            @ForAll("policies") List<PointOfNoReturn> policies,
            @ForAll("commands") List<Command> commands) {
        Order order = captured(drafts, policies);
        OrderWitness witness = new OrderWitness(order);
        for (Command command : commands) {
            Object result = command.on(order);
            witness.check(result);
        }
        Statistics.collect(order.progress().status());
    }

    @Property(tries = 2_000, seed = "20260703")
    void anOrderCanAlwaysBeBroughtToAnEnd(
            @ForAll("drafts") List<DraftLine> drafts,
            @ForAll("policies") List<PointOfNoReturn> policies,
            @ForAll("commands") List<Command> commands) {
        Order order = captured(drafts, policies);
        OrderWitness witness = new OrderWitness(order);
        commands.forEach(command -> command.on(order));

        order.activate(Orders.PROCESS, AT);
        drafts.forEach(line -> order.releaseLine(id(drafts.indexOf(line) + 1), Orders.PROCESS, AT));
        for (int round = 0; round < drafts.size(); round++) {
            for (int number = 1; number <= drafts.size(); number++) {
                order.waiveLine(id(number), "user_42", "why", AT);
                order.completeLine(
                        Answers.completion(
                                id(number), Orders.line(order, number).attempt()),
                        AT);
            }
        }

        witness.check(ProgressResult.APPLIED);
        assertThat(order.progress().status()).isIn(OrderStatus.COMPLETED, OrderStatus.CANCELLED);
    }

    @Provide
    Arbitrary<List<DraftLine>> drafts() {
        // A line waits for earlier ones only, so there is no cycle; which ones is a bit for each.
        return Arbitraries.integers()
                .between(0, (1 << MOST_LINES) - 1)
                .list()
                .ofMinSize(1)
                .ofMaxSize(MOST_LINES)
                .map(masks -> {
                    List<DraftLine> lines = new ArrayList<>();
                    for (int i = 0; i < masks.size(); i++) {
                        List<String> dependsOn = new ArrayList<>();
                        for (int j = 0; j < i; j++) {
                            if ((masks.get(i) >> j & 1) == 1) {
                                dependsOn.add("l" + j);
                            }
                        }
                        lines.add(Drafts.line("l" + i, dependsOn.toArray(String[]::new)));
                    }
                    return lines;
                });
    }

    @Provide
    Arbitrary<List<PointOfNoReturn>> policies() {
        return Arbitraries.of(PointOfNoReturn.values()).list().ofSize(MOST_LINES);
    }

    @Provide
    Arbitrary<List<Command>> commands() {
        Arbitrary<String> line = Arbitraries.integers().between(1, MOST_LINES).map(OrderLifeTest::id);
        Arbitrary<Integer> attempt = Arbitraries.frequency(Tuple.of(8, 1), Tuple.of(4, 2), Tuple.of(1, 3));
        Arbitrary<Command> answers = Combinators.combine(
                        Arbitraries.frequency(Tuple.of(6, 0), Tuple.of(4, 1), Tuple.of(2, 2)), line, attempt)
                .as((kind, id, number) -> order -> switch (kind) {
                    case 0 -> order.completeLine(Answers.completion(id, number), AT);
                    case 1 -> order.failLine(Answers.failure(id, number), AT);
                    default -> order.reverseLine(Answers.reversal(id, number), AT);
                });
        Arbitrary<Command> decisions = Combinators.combine(
                        Arbitraries.integers().between(0, 2), line)
                .as((kind, id) -> order -> switch (kind) {
                    case 0 -> order.retryLine(id, "why", AT);
                    case 1 -> order.waiveLine(id, "user_42", "why", AT);
                    default -> order.cancelAsDecided(new CancellationDecision("user_42", "why", id, 1), AT);
                });
        Arbitrary<Command> process = Combinators.combine(Arbitraries.integers().between(0, 3), line, attempt)
                .as((kind, id, number) -> order -> switch (kind) {
                    case 0 -> order.activate(Orders.PROCESS, AT);
                    case 1 -> order.requestReversal(id, number, AT);
                    default -> order.releaseLine(id, Orders.PROCESS, AT);
                });
        Arbitrary<Command> cancellations = Arbitraries.of(true, false)
                .map(decided -> order -> decided
                        ? order.cancelAsDecided(new CancellationDecision("user_42", "why", null, null), AT)
                        : order.cancel("user_42", "why", AT));
        return Arbitraries.frequencyOf(
                        Tuple.of(30, answers),
                        Tuple.of(10, decisions),
                        Tuple.of(30, process),
                        Tuple.of(1, cancellations))
                .list()
                .ofMinSize(10)
                .ofMaxSize(80);
    }

    private static Order captured(List<DraftLine> drafts, List<PointOfNoReturn> policies) {
        return NewOrders.captured(
                new OrderKey("tenant", "ord_1"),
                Drafts.of("q_1", drafts),
                "corr",
                offer -> policies.get(Integer.parseInt(offer.substring("OFFER-l".length()))),
                Orders.T0);
    }

    private static String id(int number) {
        return "ord_1-" + number;
    }

    /** Something that is done to an order, with what the order says to it. */
    @FunctionalInterface
    interface Command {
        Object on(Order order);
    }
}
