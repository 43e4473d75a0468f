package io.orderflow.orderservice.order.usecase;

import io.orderflow.orderservice.order.LineDecisionResult;
import io.orderflow.orderservice.order.Order;
import io.orderflow.orderservice.order.OrderKey;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What somebody decides about a failed line over the API. Of two who decide at the same time the first is heard; the other
 * one is told where the line stands now.
 */
@Component
public class DecideLine {

    private final Orders orders;
    private final OrderFacts facts;
    private final Clock clock;

    DecideLine(Orders orders, OrderFacts facts, Clock clock) {
        this.orders = orders;
        this.facts = facts;
        this.clock = clock;
    }

    /** Asks a provider again. Empty if the requester's tenant has no such order. */
    @Transactional
    public Optional<LineDecisionResult> retry(
            String orderId, String orderLineId, String reason, ExpectedVersion expected, Requester requester) {
        return decide(
                orderId, orderLineId, expected, requester, (order, now) -> order.retryLine(orderLineId, reason, now));
    }

    /** Does without the line. Empty if the requester's tenant has no such order. */
    @Transactional
    public Optional<LineDecisionResult> waive(
            String orderId, String orderLineId, String reason, ExpectedVersion expected, Requester requester) {
        return decide(
                orderId,
                orderLineId,
                expected,
                requester,
                (order, now) -> order.waiveLine(orderLineId, requester.name(), reason, now));
    }

    private Optional<LineDecisionResult> decide(
            String orderId, String orderLineId, ExpectedVersion expected, Requester requester, Decision decision) {
        OrderKey key = new OrderKey(requester.tenantId(), orderId);
        Order order = orders.lock(List.of(LineRef.line(key, orderLineId))).get(key);
        if (order == null) {
            return Optional.empty();
        }
        if (!expected.isMetBy(order)) {
            return Optional.of(
                    new LineDecisionResult.VersionConflict(order.progress().version()));
        }
        LineDecisionResult result = decision.take(order, Times.now(clock));
        if (result instanceof LineDecisionResult.Applied) {
            ChangeLog log = new ChangeLog();
            log.take(order, requester.commands(order.terms().correlationId(), null));
            orders.update(log.changedOrders());
            log.publish(facts, orders);
        }
        return Optional.of(result);
    }

    @FunctionalInterface
    private interface Decision {
        LineDecisionResult take(Order order, Instant now);
    }
}
