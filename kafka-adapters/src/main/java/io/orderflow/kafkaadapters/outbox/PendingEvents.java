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
        events.add(event);
    }

    void add(OutboxRow row) {
        records.add(row);
    }

    @Override
    public int getOrder() {
        return Ordered.LOWEST_PRECEDENCE;
    }

    @Override
    public void beforeCommit(boolean readOnly) {
        writer.write(events, records);
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
