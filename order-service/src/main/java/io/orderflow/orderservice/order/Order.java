package io.orderflow.orderservice.order;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An order and its life. Every public method that moves it checks, moves, counts the version and records the fact; what
 * the business refuses comes back as a result, what must not happen throws.
 *
 * <p>An order may be loaded with only the lines that are going to be named, the lines that wait for those, and, before its
 * last line completes, all of them: a step costs the same in an order of 3 lines and in one of 675. Not thread safe.
 */
public final class Order {

    private final OrderTerms terms;
    private final OrderLines lines;
    private final long loadedVersion;
    private final List<Transition> transitions = new ArrayList<>();
    private OrderStatus status;
    private long version;
    private int completedLines;
    private @Nullable String processInstanceId;
    private @Nullable Instant endedAt;

    private Order(OrderTerms terms, OrderLines lines, OrderProgress progress) {
        this.terms = terms;
        this.lines = lines;
        this.loadedVersion = progress.version();
        this.status = progress.status();
        this.version = progress.version();
        this.completedLines = progress.completedLines();
        this.processInstanceId = progress.processInstanceId();
        this.endedAt = progress.endedAt();
    }

    /** An order as it was stored, with the lines that the caller is going to need. */
    public static Order stored(OrderTerms terms, OrderProgress progress, Collection<OrderLine> lines) {
        return new Order(terms, new OrderLines(terms.key(), lines), progress);
    }

    /** A new order at version 0; {@link NewOrders} takes the first step. */
    static Order unborn(OrderTerms terms, OrderLines lines, OrderStatus status, @Nullable Instant endedAt) {
        return new Order(terms, lines, new OrderProgress(status, 0, 0, null, endedAt));
    }

    /** A process has taken the order up. */
    public ProgressResult activate(String byProcessInstance, Instant at) {
        return switch (status) {
            case VALIDATED -> {
                processInstanceId = byProcessInstance;
                become(OrderStatus.ACTIVE, new OrderEvent.OrderActivated(orderId(), at, byProcessInstance), null, at);
                yield ProgressResult.APPLIED;
            }
            case ACTIVE, COMPLETED, CANCELLED ->
                processInstanceId == null || byProcessInstance.equals(processInstanceId)
                        ? new ProgressResult.Stale("the order is %s".formatted(status))
                        : new ProgressResult.Conflict(
                                "conflicting_event", "another process coordinates the order already");
            case CAPTURED, REJECTED ->
                new ProgressResult.Conflict(
                        "unexpected_state", "no process should have started: the order is %s".formatted(status));
        };
    }

    /** The process has come to a line. If nothing else has to be fulfilled first, a provider is asked at once. */
    public ProgressResult releaseLine(String lineId, String byProcessInstance, Instant at) {
        OrderLine line = lines.find(lineId);
        if (line == null) {
            return unknownLine(lineId);
        }
        return switch (status) {
            case ACTIVE -> {
                if (line.status() != LineStatus.PENDING) {
                    yield new ProgressResult.Stale("the line is %s".formatted(line.status()));
                }
                line.release();
                recordLine(
                        line,
                        LineStatus.PENDING,
                        new OrderEvent.OrderLineStarted(orderId(), lineId, at, byProcessInstance),
                        at);
                requestIfPossible(line, at);
                yield ProgressResult.APPLIED;
            }
            case COMPLETED, CANCELLED, REJECTED -> new ProgressResult.Stale("the order is %s".formatted(status));
            case CAPTURED, VALIDATED ->
                new ProgressResult.Conflict("unexpected_state", "a line was released before the order became active");
        };
    }

    /**
     * A provider has fulfilled a line. Lines that only waited for this one are requested, and the order completes with
     * its last line.
     *
     * <p>The same word again is stale; an answer to a request that was never made, or a second delivery under another
     * reference, is a conflict: something was fulfilled that nobody asked for, and a person has to look.
     */
    public ProgressResult completeLine(LineCompletion completion, Instant at) {
        OrderLine line = lines.find(completion.orderLineId());
        if (line == null) {
            return unknownLine(completion.orderLineId());
        }
        return switch (line.status()) {
            case REQUESTED -> {
                if (!line.answers(completion)) {
                    yield line.refusal(completion);
                }
                complete(line, completion, at);
                yield ProgressResult.APPLIED;
            }
            case COMPLETED ->
                line.wasCompletedBy(completion)
                        ? new ProgressResult.Stale("the line is COMPLETED")
                        : new ProgressResult.Conflict(
                                "conflicting_event", "the line was completed before, by another delivery");
            case CANCELLED -> new ProgressResult.Stale("the line is CANCELLED");
            case PENDING, RELEASED -> line.refusal(completion);
        };
    }

    /** Calls the order off, unless a line has passed its point of no return. Needs all lines. */
    public CancellationResult cancel(String by, String reason, Instant at) {
        return switch (status) {
            case CANCELLED -> new CancellationResult.AlreadyCancelled();
            case COMPLETED, REJECTED -> new CancellationResult.NotCancellable(status);
            case CAPTURED, VALIDATED, ACTIVE -> {
                List<String> inTheWay = lines.all(terms.lineCount()).stream()
                        .filter(OrderLine::keepsOrderFromCancelling)
                        .map(OrderLine::id)
                        .toList();
                if (!inTheWay.isEmpty()) {
                    yield new CancellationResult.PastPointOfNoReturn(inTheWay);
                }
                endedAt = at;
                become(
                        OrderStatus.CANCELLED,
                        new OrderEvent.OrderCancelled(orderId(), at, by, reason, lines.cancelOpen(terms.lineCount())),
                        reason,
                        at);
                yield new CancellationResult.Cancelled();
            }
        };
    }

    private void complete(OrderLine line, LineCompletion completion, Instant at) {
        line.complete(completion.providerReference());
        completedLines++;
        recordLine(
                line,
                LineStatus.REQUESTED,
                new OrderEvent.OrderLineFulfillmentCompleted(
                        orderId(), line.id(), at, line.attempt(), completion.providerReference()),
                at);
        for (int number : line.terms().dependants()) {
            OrderLine dependant = lines.get(number);
            dependant.dependencyFulfilled();
            requestIfPossible(dependant, at);
        }
        if (completedLines == terms.lineCount()) {
            endedAt = at;
            become(
                    OrderStatus.COMPLETED,
                    new OrderEvent.OrderCompleted(orderId(), at, terms.totals(), lines.outcomes(terms.lineCount())),
                    null,
                    at);
        }
    }

    private void requestIfPossible(OrderLine line, Instant at) {
        if (line.canBeRequested()) {
            line.request();
            recordLine(line, LineStatus.RELEASED, OrderEvents.requested(terms, line, at), at);
        }
    }

    private ProgressResult unknownLine(String lineId) {
        return new ProgressResult.Unknown("order %s has no line %s".formatted(orderId(), lineId));
    }

    void become(OrderStatus next, OrderEvent event, @Nullable String reason, Instant at) {
        if (!status.canBecome(next)) {
            throw new IllegalStateException("%s cannot become %s from %s".formatted(orderId(), next, status));
        }
        String from = status.name();
        status = next;
        record(null, from, next.name(), event, reason, at);
    }

    private void recordLine(OrderLine line, LineStatus from, OrderEvent event, Instant at) {
        record(line.id(), from.name(), line.status().name(), event, null, at);
    }

    /** The order's first step: it has no state before. */
    void born(OrderEvent event, @Nullable String reason, Instant at) {
        record(null, null, status.name(), event, reason, at);
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

    private String orderId() {
        return terms.key().orderId();
    }

    public OrderTerms terms() {
        return terms;
    }

    public OrderKey key() {
        return terms.key();
    }

    public OrderProgress progress() {
        return new OrderProgress(status, version, completedLines, processInstanceId, endedAt);
    }

    /** The version that the store has; 0 for a new order. */
    public long loadedVersion() {
        return loadedVersion;
    }

    /** The lines at hand, by number. */
    public Collection<OrderLine> lines() {
        return lines.loaded();
    }

    /** The steps since the last call, oldest first: whoever takes them publishes and stores them. */
    public List<Transition> takeTransitions() {
        List<Transition> taken = List.copyOf(transitions);
        transitions.clear();
        return taken;
    }
}
