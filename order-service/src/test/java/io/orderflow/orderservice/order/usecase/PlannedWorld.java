package io.orderflow.orderservice.order.usecase;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderflow.orderservice.OrderServiceNode;
import io.orderflow.orderservice.order.CancellationDecision;
import io.orderflow.orderservice.order.OrderKey;
import io.orderflow.orderservice.order.ProgressResult;
import io.orderflow.orderservice.order.ProviderAnswer;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Providers and people who see what the orders ask of them and react as planned; the post carries their reactions. */
final class PlannedWorld {

    private static final int BATCH = 500;

    private final OrderServiceNode node;
    private final Map<OrderKey, OrderPlan> plans;
    private final Post post;
    private final Set<Situation> seen = new HashSet<>();
    private int applied;
    private int stale;

    /** What a line shows to those outside. */
    private record Situation(OrderKey order, int number, String status, int attempt) {

        String lineId() {
            return order.orderId() + "-" + number;
        }

        String idempotencyKey() {
            return lineId() + ":" + attempt;
        }
    }

    PlannedWorld(OrderServiceNode node, Map<OrderKey, OrderPlan> plans, Post post) {
        this.node = node;
        this.plans = plans;
        this.post = post;
    }

    int applied() {
        return applied;
    }

    int stale() {
        return stale;
    }

    /** From captured orders to the end of what is planned for them. */
    void run() {
        plans.keySet().forEach(order -> post.hand(new ReportedProgress.ProcessStarted(order, "p", ManyOrders.CAUSE)));
        untilNothingMoves();
        plans.forEach((order, plan) -> {
            for (int number = 1; number <= plan.lines().size(); number++) {
                post.hand(new ReportedProgress.LineReleased(
                        order, order.orderId() + "-" + number, "p", ManyOrders.CAUSE));
            }
        });
        untilNothingMoves();
        plans.forEach((order, plan) -> {
            if (plan.calledOff()) {
                post.hand(decided(
                        order,
                        new ProcessDecision.Cancellation(
                                new CancellationDecision("user_42", "no answer", null, null))));
            }
        });
        untilNothingMoves();
    }

    private void untilNothingMoves() {
        do {
            deliver(post.next());
            look().stream().filter(seen::add).flatMap(this::reactions).forEach(post::hand);
        } while (!post.isEmpty());
    }

    private void deliver(List<ReportedProgress> news) {
        RecordProgress recordProgress = node.bean(RecordProgress.class);
        for (int begin = 0; begin < news.size(); begin += BATCH) {
            for (ProgressResult result :
                    recordProgress.record(news.subList(begin, Math.min(news.size(), begin + BATCH)))) {
                assertThat(result).isInstanceOfAny(ProgressResult.Applied.class, ProgressResult.Stale.class);
                if (result instanceof ProgressResult.Applied) {
                    applied++;
                } else {
                    stale++;
                }
            }
        }
    }

    private List<Situation> look() {
        return node.jdbc()
                .sql(
                        """
                        select tenant_id, order_id, number, status, attempt
                          from order_lines
                         where order_id = any (?) and (status in ('REQUESTED', 'FAILED', 'REVERSING') or reversal_required)
                         order by order_id, number
                        """)
                .param(plans.keySet().stream().map(OrderKey::orderId).toArray(String[]::new))
                .query((row, i) -> new Situation(
                        new OrderKey(row.getString("tenant_id"), row.getString("order_id")),
                        row.getInt("number"),
                        row.getString("status"),
                        row.getInt("attempt")))
                .list();
    }

    private Stream<ReportedProgress> reactions(Situation now) {
        OrderPlan.Line plan = plans.get(now.order()).line(now.number());
        return switch (now.status()) {
            case "REQUESTED" -> plan.lost() ? Stream.of() : Stream.of(answer(now, plan));
            case "FAILED" -> Stream.of(decision(now, plan));
            case "COMPLETED", "CANCELLED" ->
                Stream.of(new ReportedProgress.ReversalReleased(
                        now.order(), now.lineId(), now.attempt(), ManyOrders.CAUSE));
            case "REVERSING" -> plan.lost() ? Stream.of(completion(now), reversal(now)) : Stream.of(reversal(now));
            case "REVERSED" -> Stream.of();
            default -> throw new IllegalStateException("nobody knows what to do about " + now);
        };
    }

    private static ReportedProgress answer(Situation now, OrderPlan.Line plan) {
        return now.attempt() > plan.failures()
                ? completion(now)
                : answered(
                        now,
                        new ProviderAnswer.Failure(
                                now.lineId(),
                                now.attempt(),
                                now.idempotencyKey(),
                                "out_of_stock",
                                "attempt " + now.attempt(),
                                true,
                                null));
    }

    private static ReportedProgress completion(Situation now) {
        return answered(
                now,
                new ProviderAnswer.Completion(
                        now.lineId(), now.attempt(), now.idempotencyKey(), "ref-" + now.attempt()));
    }

    private static ReportedProgress reversal(Situation now) {
        return answered(
                now,
                new ProviderAnswer.Reversal(
                        now.lineId(), now.attempt(), now.idempotencyKey(), "ref-" + now.attempt(), null));
    }

    private static ReportedProgress answered(Situation now, ProviderAnswer answer) {
        return new ReportedProgress.ProviderAnswered(now.order(), answer, ManyOrders.CAUSE);
    }

    private static ReportedProgress decision(Situation now, OrderPlan.Line plan) {
        return decided(
                now.order(),
                plan.waived() && now.attempt() == plan.failures()
                        ? new ProcessDecision.Waiver(now.lineId(), now.attempt(), "user_42", "goes without it")
                        : new ProcessDecision.Retry(now.lineId(), now.attempt() + 1, "once more"));
    }

    private static ReportedProgress decided(OrderKey order, ProcessDecision decision) {
        return new ReportedProgress.Decided(order, decision, ManyOrders.CAUSE);
    }
}
