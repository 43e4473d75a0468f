package io.orderflow.kafkaadapters.outbox;

import java.util.ArrayList;
import java.util.List;
import org.springframework.core.Ordered;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** The events of one transaction. Flushed as late as possible, so that all other work has its locks by then. */
final class PendingEvents implements TransactionSynchronization {

    private final OutboxWriter writer;
    private final List<PendingEvent> events = new ArrayList<>();
    private final List<OutboxRow> records = new ArrayList<>();
    private boolean written;

    private PendingEvents(OutboxWriter writer) {
        this.writer = writer;
    }

    static PendingEvents ofTransaction(OutboxWriter writer) {
        if (TransactionSynchronizationManager.getResource(writer) instanceof PendingEvents pending) {
            return pending;
        }
        PendingEvents pending = new PendingEvents(writer);
        TransactionSynchronizationManager.bindResource(writer, pending);
        TransactionSynchronizationManager.registerSynchronization(pending);
        return pending;
    }

    void add(PendingEvent event) {
        refuseIfWritten();
        events.add(event);
    }

    void add(OutboxRow row) {
        refuseIfWritten();
        records.add(row);
    }

    @Override
    public int getOrder() {
        return Ordered.LOWEST_PRECEDENCE;
    }

    @Override
    public void beforeCommit(boolean readOnly) {
        written = true;
        writer.write(events, records);
    }

    /** Rather no commit than an event that nobody ever sees. */
    private void refuseIfWritten() {
        if (written) {
            throw new IllegalStateException("Too late to publish: the transaction is already being committed");
        }
    }

    @Override
    public void afterCommit() {
        writer.committed();
    }

    @Override
    public void suspend() {
        TransactionSynchronizationManager.unbindResource(writer);
    }

    @Override
    public void resume() {
        TransactionSynchronizationManager.bindResource(writer, this);
    }

    @Override
    public void afterCompletion(int status) {
        TransactionSynchronizationManager.unbindResourceIfPossible(writer);
    }
}
