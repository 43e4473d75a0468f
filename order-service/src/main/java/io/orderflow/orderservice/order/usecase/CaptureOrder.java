package io.orderflow.orderservice.order.usecase;

import io.orderflow.orderservice.order.Defect;
import io.orderflow.orderservice.order.DraftRules;
import io.orderflow.orderservice.order.NewOrders;
import io.orderflow.orderservice.order.Order;
import io.orderflow.orderservice.order.OrderDraft;
import io.orderflow.orderservice.order.OrderKey;
import io.orderflow.orderservice.order.PointOfNoReturnPolicy;
import io.orderflow.orderservice.order.QuoteKey;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Turns what customers agreed to into orders, once per quote, whichever channel says it first. Both channels may race: a
 * unique constraint decides, and who loses gets the winner's order.
 */
@Component
public class CaptureOrder {

    private final Orders orders;
    private final CaptureReceipts receipts;
    private final OrderFacts facts;
    private final PointOfNoReturnPolicy policy;
    private final Clock clock;

    CaptureOrder(Orders orders, CaptureReceipts receipts, OrderFacts facts, PointOfNoReturnPolicy policy, Clock clock) {
        this.orders = orders;
        this.receipts = receipts;
        this.facts = facts;
        this.policy = policy;
        this.clock = clock;
    }

    /**
     * Captures an order by command. The snapshot hash of the draft covers the whole body, so it also tells whether a
     * repeated key comes with the same body.
     *
     * @param draft free of defects by {@link DraftRules}
     */
    @Transactional
    public CaptureResult byCommand(OrderDraft draft, String idempotencyKey, Requester requester) {
        Instant now = Times.now(clock);
        OrderKey candidate = OrderIds.next(requester.tenantId());
        // The key comes first: whoever waits here for another command holds no quote, so nobody waits in a circle.
        CaptureReceipt receipt = new CaptureReceipt(candidate, idempotencyKey, draft.commercialSnapshotHash(), now);
        CaptureReceipt standing = receipts.store(receipt);
        if (!standing.order().equals(candidate)) {
            return standing.bodyHash().equals(receipt.bodyHash())
                    ? new CaptureResult.Existing(standing.order())
                    : new CaptureResult.KeyReused();
        }
        String correlationId = OrderIds.nextCorrelation();
        Order order = NewOrders.captured(candidate, draft, correlationId, policy, now);
        if (!insert(Map.of(order, requester.commands(correlationId, idempotencyKey)))
                .isEmpty()) {
            return new CaptureResult.Captured(candidate);
        }
        QuoteKey quote = order.terms().quote();
        OrderKey winner = winner(orders.findByQuotes(List.of(quote)), quote);
        receipts.redirect(receipt, winner);
        return new CaptureResult.Existing(winner);
    }

    /** Captures or rejects the orders of accepted quotes, a whole batch in one go; results at the same index. */
    @Transactional
    public List<QuoteResult> byQuotes(List<AcceptedQuote> quotes) {
        Instant now = Times.now(clock);
        List<Candidate> candidates =
                quotes.stream().map(quote -> candidate(quote, now)).toList();
        Map<Order, Cause> causes = new LinkedHashMap<>();
        candidates.forEach(
                candidate -> causes.put(candidate.order(), candidate.quote().cause()));
        Set<OrderKey> inserted = insert(causes);
        List<QuoteKey> lost = candidates.stream()
                .filter(candidate -> !inserted.contains(candidate.order().key()))
                .map(candidate -> candidate.quote().key())
                .toList();
        Map<QuoteKey, OrderKey> winners = lost.isEmpty() ? Map.of() : orders.findByQuotes(lost);
        List<QuoteResult> results = new ArrayList<>(quotes.size());
        for (Candidate candidate : candidates) {
            OrderKey key = candidate.order().key();
            if (!inserted.contains(key)) {
                results.add(new QuoteResult.AlreadyCaptured(
                        winner(winners, candidate.quote().key())));
            } else if (candidate.defects().isEmpty()) {
                results.add(new QuoteResult.Captured(key));
            } else {
                results.add(new QuoteResult.Rejected(key, candidate.defects()));
            }
        }
        return results;
    }

    private Candidate candidate(AcceptedQuote quote, Instant now) {
        OrderKey key = OrderIds.next(quote.tenantId());
        String correlationId = quote.cause().origin().correlationId();
        List<Defect> defects = DraftRules.check(quote.draft());
        Order order = defects.isEmpty()
                ? NewOrders.captured(key, quote.draft(), correlationId, policy, now)
                : NewOrders.rejected(key, quote.draft(), correlationId, defects, now);
        return new Candidate(quote, order, defects);
    }

    private Set<OrderKey> insert(Map<Order, Cause> candidates) {
        Set<OrderKey> inserted = orders.insert(candidates.keySet());
        ChangeLog log = new ChangeLog();
        candidates.forEach((order, cause) -> {
            if (inserted.contains(order.key())) {
                log.take(order, cause);
            }
        });
        log.publish(facts, orders);
        return inserted;
    }

    private static OrderKey winner(Map<QuoteKey, OrderKey> winners, QuoteKey quote) {
        OrderKey winner = winners.get(quote);
        if (winner == null) {
            throw new IllegalStateException(
                    "no order stands for " + quote + " although it kept another from being inserted");
        }
        return winner;
    }

    private record Candidate(AcceptedQuote quote, Order order, List<Defect> defects) {}
}
