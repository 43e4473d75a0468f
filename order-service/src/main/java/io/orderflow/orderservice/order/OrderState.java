package io.orderflow.orderservice.order;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where an order stands. Whatever changes it leaves a {@link Transition} behind: one version, one fact, one row of history.
 */
final class OrderState {

    final OrderTerms terms;
    final OrderLines lines;
    private final List<Transition> transitions = new ArrayList<>();
    private OrderStatus status;
    private long version;
    private int completedLines;
    private int waivedLines;
    private @Nullable String processInstanceId;
    private @Nullable Instant endedAt;

    OrderState(OrderTerms terms, OrderLines lines, OrderProgress progress) {
        this.terms = terms;
        this.lines = lines;
        this.status = progress.status();
        this.version = progress.version();
        this.completedLines = progress.completedLines();
        this.waivedLines = progress.waivedLines();
        this.processInstanceId = progress.processInstanceId();
        this.endedAt = progress.endedAt();
    }

    String orderId() {
        return terms.key().orderId();
    }

    OrderStatus status() {
        return status;
    }

    @Nullable
    String processInstanceId() {
        return processInstanceId;
    }

    OrderProgress progress() {
        return new OrderProgress(status, version, completedLines, waivedLines, processInstanceId, endedAt);
    }

    /** The order's first step: it has no state before. */
    void born(OrderEvent event, @Nullable String reason, Instant at) {
        record(null, null, status.name(), event, reason, at);
    }

    void become(OrderStatus next, OrderEvent event, @Nullable String reason, Instant at) {
        if (!status.canBecome(next)) {
            throw new IllegalStateException("%s cannot become %s from %s".formatted(orderId(), next, status));
        }
        String from = status.name();
        status = next;
        if (next.isTerminal()) {
            endedAt = at;
        }
        record(null, from, next.name(), event, reason, at);
    }

    void activate(String byProcessInstance, Instant at) {
        processInstanceId = byProcessInstance;
        become(OrderStatus.ACTIVE, new OrderEvent.OrderActivated(orderId(), at, byProcessInstance), null, at);
    }

    /** Something was asked of the order that it does not do: a step that leaves it where it is. */
    void stay(OrderEvent event, String reason, Instant at) {
        record(null, status.name(), status.name(), event, reason, at);
    }

    /** The line has moved from {@code before} to where it is now. */
    void lineMoved(OrderLine line, LineStatus before, OrderEvent event, @Nullable String reason, Instant at) {
        if (line.status() == LineStatus.COMPLETED) {
            completedLines++;
        } else if (line.status() == LineStatus.WAIVED) {
            waivedLines++;
        }
        record(line.id(), before.name(), line.status().name(), event, reason, at);
    }

    List<Transition> takeTransitions() {
        List<Transition> taken = List.copyOf(transitions);
        transitions.clear();
        return taken;
    }

    private void record(
            @Nullable String lineId,
            @Nullable String from,
            String to,
            OrderEvent event,
            @Nullable String reason,
            Instant at) {
        transitions.add(new Transition(++version, lineId, from, to, at, event, reason));
    }
}
