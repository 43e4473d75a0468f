package io.orderflow.orderservice.order.usecase;

import io.orderflow.orderservice.order.CancellationResult;
import io.orderflow.orderservice.order.Order;
import io.orderflow.orderservice.order.OrderKey;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Cancels an order on request. Who comes too late is told so, and the request is kept. */
@Component
public class CancelOrder {

    private final Orders orders;
    private final OrderFacts facts;
    private final Clock clock;

    CancelOrder(Orders orders, OrderFacts facts, Clock clock) {
        this.orders = orders;
        this.facts = facts;
        this.clock = clock;
    }

    /** Empty if the requester's tenant has no such order. */
    @Transactional
    public Optional<CancellationResult> cancel(
            String orderId, String reason, ExpectedVersion expected, Requester requester) {
        return orders.lockWhole(new OrderKey(requester.tenantId(), orderId))
                .map(order -> expected.isMetBy(order)
                        ? cancel(order, reason, requester)
                        : new CancellationResult.VersionConflict(
                                order.progress().version()));
    }

    private CancellationResult cancel(Order order, String reason, Requester requester) {
        Instant now = Times.now(clock);
        CancellationResult result = order.cancel(requester.name(), reason, now);
        if (result instanceof CancellationResult.Cancelled) {
            ChangeLog log = new ChangeLog();
            log.take(order, requester.commands(order.terms().correlationId(), null));
            orders.update(log.changedOrders());
            log.publish(facts, orders);
        } else if (result instanceof CancellationResult.PastPointOfNoReturn past) {
            refuse(order, reason, requester, now, CancellationResult.PastPointOfNoReturn.CODE, linesShown(past));
        } else if (result instanceof CancellationResult.NotCancellable not) {
            refuse(order, reason, requester, now, "invalid_transition", "the order is " + not.status());
        }
        return result;
    }

    private void refuse(Order order, String reason, Requester requester, Instant at, String code, String detail) {
        orders.recordRefusal(new Refusal(order.key(), at, requester.name(), reason, code, detail));
    }

    private static String linesShown(CancellationResult.PastPointOfNoReturn past) {
        int count = past.orderLineIds().size();
        return "%d line%s in the way, the first is %s"
                .formatted(count, count == 1 ? "" : "s", past.orderLineIds().get(0));
    }
}
