package io.orderflow.orderservice.order;

import io.orderflow.orderservice.order.OrderEvent.CancelledLine;
import io.orderflow.orderservice.order.OrderEvent.CompletedLine;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The lines of an order that are at hand: all of them, or those that an event can touch. */
final class OrderLines {

    private final OrderKey order;
    private final Map<Integer, OrderLine> byNumber = new TreeMap<>();
    private final Map<String, OrderLine> byId = new HashMap<>();

    OrderLines(OrderKey order, Collection<OrderLine> loaded) {
        this.order = order;
        for (OrderLine line : loaded) {
            byNumber.put(line.terms().number(), line);
            byId.put(line.id(), line);
        }
    }

    static OrderLines captured(OrderKey order, List<DraftLine> drafts, PointOfNoReturnPolicy policy) {
        Map<String, Integer> numbers = new HashMap<>();
        for (int i = 0; i < drafts.size(); i++) {
            numbers.put(drafts.get(i).quoteLineId(), i + 1);
        }
        List<List<Integer>> dependsOn = new ArrayList<>(drafts.size());
        List<List<Integer>> dependants = new ArrayList<>(drafts.size());
        drafts.forEach(draft -> dependants.add(new ArrayList<>()));
        for (int i = 0; i < drafts.size(); i++) {
            List<Integer> targets =
                    drafts.get(i).dependsOn().stream().map(numbers::get).toList();
            dependsOn.add(targets);
            for (int target : targets) {
                dependants.get(target - 1).add(i + 1);
            }
        }
        List<OrderLine> lines = new ArrayList<>(drafts.size());
        for (int i = 0; i < drafts.size(); i++) {
            DraftLine draft = drafts.get(i);
            lines.add(OrderLine.captured(new LineTerms(
                    order.lineId(i + 1),
                    i + 1,
                    draft.quoteLineId(),
                    draft.offerId(),
                    draft.action(),
                    draft.quantity(),
                    draft.unitPrice(),
                    draft.description(),
                    dependsOn.get(i),
                    dependants.get(i),
                    policy.of(draft.offerId()))));
        }
        return new OrderLines(order, lines);
    }

    /** In the order of their numbers. */
    Collection<OrderLine> loaded() {
        return byNumber.values();
    }

    /** Null if the order has no such line: whoever loads the order loads every line that is going to be named. */
    @Nullable
    OrderLine find(String lineId) {
        return byId.get(lineId);
    }

    OrderLine get(int number) {
        OrderLine line = byNumber.get(number);
        if (line == null) {
            throw new IllegalStateException("line %d of %s was not loaded".formatted(number, order));
        }
        return line;
    }

    /** All lines; a bug of the caller if some are not at hand. */
    Collection<OrderLine> all(int lineCount) {
        if (byNumber.size() != lineCount) {
            throw new IllegalStateException(
                    "%d of %d lines of %s were loaded".formatted(byNumber.size(), lineCount, order));
        }
        return byNumber.values();
    }

    /** How each line of a completed order ended. */
    List<CompletedLine> outcomes(int lineCount) {
        return all(lineCount).stream()
                .map(line -> new CompletedLine(line.id(), line.status()))
                .toList();
    }

    /** Cancels what is still open; what a provider has in hand or has delivered has to be reversed. */
    List<CancelledLine> cancelOpen(int lineCount) {
        List<CancelledLine> outcomes = new ArrayList<>(lineCount);
        for (OrderLine line : all(lineCount)) {
            line.orderCancelled();
            boolean reversal = line.reversalRequired();
            outcomes.add(new CancelledLine(line.id(), line.status(), reversal, reversal ? line.attempt() : null));
        }
        return outcomes;
    }
}
