package io.orderflow.orderservice.order;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A line of an order. Only its order moves it, because every step is a version of the order. */
public final class OrderLine {

    private final LineTerms terms;
    private LineStatus status;
    private int openDependencies;
    private int attempt;
    private @Nullable String providerReference;
    private @Nullable LineFailure failure;
    private boolean reversalRequired;
    private boolean changed;

    /** A line as it was stored. */
    public OrderLine(LineTerms terms, LineProgress progress) {
        this.terms = terms;
        this.status = progress.status();
        this.openDependencies = progress.openDependencies();
        this.attempt = progress.attempt();
        this.providerReference = progress.providerReference();
        this.failure = progress.failure();
        this.reversalRequired = progress.reversalRequired();
    }

    static OrderLine captured(LineTerms terms) {
        return new OrderLine(terms, LineProgress.pending(terms.dependsOn().size()));
    }

    public LineTerms terms() {
        return terms;
    }

    public LineProgress progress() {
        return new LineProgress(status, openDependencies, attempt, providerReference, failure, reversalRequired);
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

    @Nullable
    String providerReference() {
        return providerReference;
    }

    boolean reversalRequired() {
        return reversalRequired;
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

    /** Whether the provider speaks of the latest request. */
    boolean isAnsweredBy(ProviderAnswer answer) {
        return answer.attempt() == attempt && answer.idempotencyKey().equals(idempotencyKey());
    }

    boolean wasCompletedBy(ProviderAnswer.Completion completion) {
        return isAnsweredBy(completion) && completion.providerReference().equals(providerReference);
    }

    /** @param failedAttempt null for the latest one */
    boolean hasFailedAt(@Nullable Integer failedAttempt) {
        return status == LineStatus.FAILED && (failedAttempt == null || failedAttempt == attempt);
    }

    void dependencySettled() {
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
        if (openDependencies > 0) {
            throw new IllegalStateException(id() + " cannot be requested: " + progress());
        }
        become(LineStatus.REQUESTED);
        attempt++;
        // What the provider called an attempt that it gave up is not what this one is to be taken back by.
        providerReference = null;
    }

    void complete(String reference) {
        become(LineStatus.COMPLETED);
        providerReference = reference;
    }

    void fail(ProviderAnswer.Failure answer, Instant at) {
        become(LineStatus.FAILED);
        providerReference = answer.providerReference();
        failure = new LineFailure(answer.errorCode(), answer.reason(), answer.retryable(), at);
    }

    void waive() {
        become(LineStatus.WAIVED);
    }

    /** Its order is cancelled. What is fulfilled or waived stays so, and what a provider has in hand is to be taken back. */
    void orderCancelled() {
        reversalRequired = status.leavesSomethingBehind();
        changed = true;
        if (status.isOpen()) {
            become(LineStatus.CANCELLED);
        }
    }

    void requestReversal() {
        if (!reversalRequired) {
            throw new IllegalStateException(id() + " has nothing to take back: " + progress());
        }
        become(LineStatus.REVERSING);
    }

    void reverse() {
        become(LineStatus.REVERSED);
    }

    private void become(LineStatus next) {
        if (!status.canBecome(next)) {
            throw new IllegalStateException("%s cannot become %s from %s".formatted(id(), next, status));
        }
        status = next;
        changed = true;
    }
}
