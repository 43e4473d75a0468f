package io.orderflow.orderservice.order;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * An order and its life. Every public method that moves it checks, moves, counts the version and records the fact; what
 * the business refuses comes back as a result, what must not happen throws.
 *
 * <p>An order may be loaded with only the lines that are going to be named, the lines that wait for those, and, before its
 * last line is settled, all of them: a step costs the same in an order of 3 lines and in one of 675. Not thread safe.
 */
public final class Order {

    private final OrderState state;
    private final long loadedVersion;
    private final LineFulfillment fulfillment;
    private final LineFallout fallout;
    private final Cancellation cancellation;

    private Order(OrderState state) {
        this.state = state;
        this.loadedVersion = state.progress().version();
        this.fulfillment = new LineFulfillment(state);
        this.fallout = new LineFallout(state, fulfillment);
        this.cancellation = new Cancellation(state);
    }

    /** An order as it was stored, with the lines that the caller is going to need. */
    public static Order stored(OrderTerms terms, OrderProgress progress, Collection<OrderLine> lines) {
        return new Order(new OrderState(terms, new OrderLines(terms.key(), lines), progress));
    }

    /** A new order at version 0; {@link NewOrders} takes the first step. */
    static Order unborn(OrderTerms terms, OrderLines lines, OrderStatus status, @Nullable Instant endedAt) {
        return new Order(new OrderState(terms, lines, new OrderProgress(status, 0, 0, 0, null, endedAt)));
    }

    /** A process has taken the order up. */
    public ProgressResult activate(String byProcessInstance, Instant at) {
        return switch (state.status()) {
            case VALIDATED -> {
                state.activate(byProcessInstance, at);
                yield ProgressResult.APPLIED;
            }
            case ACTIVE, COMPLETED, CANCELLED ->
                state.processInstanceId() == null || byProcessInstance.equals(state.processInstanceId())
                        ? new ProgressResult.Stale("the order is %s".formatted(state.status()))
                        : new ProgressResult.Conflict(
                                "conflicting_event", "another process coordinates the order already");
            case CAPTURED, REJECTED ->
                new ProgressResult.Conflict(
                        "unexpected_state",
                        "no process should have started: the order is %s".formatted(state.status()));
        };
    }

    /** The process has come to a line. If nothing else has to be fulfilled first, a provider is asked at once. */
    public ProgressResult releaseLine(String lineId, String byProcessInstance, Instant at) {
        return withLine(lineId, line -> fulfillment.release(line, byProcessInstance, at));
    }

    /**
     * A provider has fulfilled a line. Lines that only waited for this one are requested, and the order completes with
     * its last line.
     *
     * <p>The same word again is stale; an answer to a request that was never made, or a second delivery under another
     * reference, is a conflict: something was fulfilled that nobody asked for, and a person has to look.
     */
    public ProgressResult completeLine(ProviderAnswer.Completion completion, Instant at) {
        return withLine(completion.orderLineId(), line -> fulfillment.complete(line, completion, at));
    }

    /** A provider has given a line up; somebody has to decide about it. Said again it is stale, after success a conflict. */
    public ProgressResult failLine(ProviderAnswer.Failure failure, Instant at) {
        return withLine(failure.orderLineId(), line -> fallout.fail(line, failure, at));
    }

    /** Asks for a failed line again, under the next attempt. */
    public LineDecisionResult retryLine(String lineId, String reason, Instant at) {
        OrderLine line = state.lines.find(lineId);
        return line == null ? new LineDecisionResult.UnknownLine(lineId) : fallout.retry(line, reason, at);
    }

    /** Does without a failed line; what waited for it goes on as if it were fulfilled. */
    public LineDecisionResult waiveLine(String lineId, String by, String reason, Instant at) {
        OrderLine line = state.lines.find(lineId);
        return line == null ? new LineDecisionResult.UnknownLine(lineId) : fallout.waive(line, by, reason, at);
    }

    /** How often a provider was asked for the line; 0 if it was not, or if there is no such line at hand. */
    public int attemptsAt(String lineId) {
        OrderLine line = state.lines.find(lineId);
        return line == null ? 0 : line.attempt();
    }

    /** Calls the order off, unless a line has passed its point of no return. Needs all lines. */
    public CancellationResult cancel(String by, String reason, Instant at) {
        return cancellation.cancel(by, reason, at);
    }

    /**
     * As {@link #cancel}, decided in the order's process, which waits for the answer: refused past the point of no return, the
     * order says so in a fact of its own. Stale if the line it was decided for has moved on. Needs all lines.
     */
    public ProgressResult cancelAsDecided(CancellationDecision decision, Instant at) {
        return cancellation.decide(decision, at);
    }

    /** The process wants a line of the cancelled order taken back; a provider is asked once for each attempt. */
    public ProgressResult requestReversal(String lineId, int attempt, Instant at) {
        return withLine(lineId, line -> cancellation.requestReversal(line, attempt, at));
    }

    /** A provider has taken back what it did for a line. */
    public ProgressResult reverseLine(ProviderAnswer.Reversal reversal, Instant at) {
        return withLine(reversal.orderLineId(), line -> cancellation.reverse(line, reversal, at));
    }

    private ProgressResult withLine(String lineId, Function<OrderLine, ProgressResult> step) {
        OrderLine line = state.lines.find(lineId);
        return line == null
                ? new ProgressResult.Unknown("order %s has no line %s".formatted(state.orderId(), lineId))
                : step.apply(line);
    }

    void become(OrderStatus next, OrderEvent event, @Nullable String reason, Instant at) {
        state.become(next, event, reason, at);
    }

    void born(OrderEvent event, @Nullable String reason, Instant at) {
        state.born(event, reason, at);
    }

    public OrderTerms terms() {
        return state.terms;
    }

    public OrderKey key() {
        return state.terms.key();
    }

    public OrderProgress progress() {
        return state.progress();
    }

    /** The version that the store has; 0 for a new order. */
    public long loadedVersion() {
        return loadedVersion;
    }

    /** The lines at hand, by number. */
    public Collection<OrderLine> lines() {
        return state.lines.loaded();
    }

    /** The steps since the last call, oldest first: whoever takes them publishes and stores them. */
    public List<Transition> takeTransitions() {
        return state.takeTransitions();
    }
}
