package io.orderflow.orderservice.order;

import org.jspecify.annotations.Nullable;

/** A line of an order. Only its order moves it, because every step is a version of the order. */
public final class OrderLine {

    private final LineTerms terms;
    private LineStatus status;
    private int openDependencies;
    private int attempt;
    private @Nullable String providerReference;
    private boolean changed;

    /** A line as it was stored. */
    public OrderLine(LineTerms terms, LineProgress progress) {
        this.terms = terms;
        this.status = progress.status();
        this.openDependencies = progress.openDependencies();
        this.attempt = progress.attempt();
        this.providerReference = progress.providerReference();
    }

    static OrderLine captured(LineTerms terms) {
        return new OrderLine(
                terms, new LineProgress(LineStatus.PENDING, terms.dependsOn().size(), 0, null));
    }

    public LineTerms terms() {
        return terms;
    }

    public LineProgress progress() {
        return new LineProgress(status, openDependencies, attempt, providerReference);
    }

    /** Whether anything but the terms differs from what was loaded. */
    public boolean isChanged() {
        return changed;
    }

    String id() {
        return terms.id();
    }

    LineStatus status() {
        return status;
    }

    int attempt() {
        return attempt;
    }

    /** What the outside world recognises a repeated request by. */
    String idempotencyKey() {
        return terms.id() + ":" + attempt;
    }

    boolean canBeRequested() {
        return status == LineStatus.RELEASED && openDependencies == 0;
    }

    boolean keepsOrderFromCancelling() {
        return terms.pointOfNoReturn().isPassedAt(status);
    }

    boolean answers(LineCompletion completion) {
        return completion.attempt() == attempt && completion.idempotencyKey().equals(idempotencyKey());
    }

    boolean wasCompletedBy(LineCompletion completion) {
        return answers(completion) && completion.providerReference().equals(providerReference);
    }

    /** What to say to an answer that {@link #answers} does not recognise. */
    ProgressResult refusal(LineCompletion completion) {
        return completion.attempt() < attempt
                ? new ProgressResult.Stale("attempt %d was given up".formatted(completion.attempt()))
                : new ProgressResult.Conflict(
                        "conflicting_event",
                        "answers a request that was never made: the line is %s at attempt %d"
                                .formatted(status, attempt));
    }

    void dependencyFulfilled() {
        if (openDependencies == 0) {
            throw new IllegalStateException(id() + " has no open dependency left");
        }
        openDependencies--;
        changed = true;
    }

    void release() {
        become(LineStatus.RELEASED);
    }

    void request() {
        if (!canBeRequested()) {
            throw new IllegalStateException(id() + " cannot be requested: " + progress());
        }
        become(LineStatus.REQUESTED);
        attempt++;
    }

    void complete(String reference) {
        become(LineStatus.COMPLETED);
        providerReference = reference;
    }

    void cancel() {
        become(LineStatus.CANCELLED);
    }

    private void become(LineStatus next) {
        if (!status.canBecome(next)) {
            throw new IllegalStateException("%s cannot become %s from %s".formatted(id(), next, status));
        }
        status = next;
        changed = true;
    }
}
