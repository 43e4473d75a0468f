package io.orderflow.kafkaadapters.consumer;

import io.orderflow.kafkaadapters.failure.FailureClass;
import io.orderflow.kafkaadapters.inbox.AwaitedRows;
import io.orderflow.kafkaadapters.inbox.AwaitedRows.Row;
import io.orderflow.kafkaadapters.inbox.AwaitedRows.Settled;
import io.orderflow.kafkaadapters.inbox.HandlingOutcome;
import io.orderflow.kafkaadapters.inbox.LedgerRow.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** The outcomes of awaited events that a transaction has taken out of their waiting. Not thread safe. */
final class AwaitedSettlement {

    private final AwaitedRows rows;
    private final List<Settled> settled = new ArrayList<>();
    private final List<Runnable> routes = new ArrayList<>();
    private final List<Runnable> news = new ArrayList<>();

    AwaitedSettlement(AwaitedRows rows) {
        this.rows = rows;
    }

    void add(AwaitingGroup group, Row row, HandlingOutcome outcome) {
        Ruling ruling = outcome instanceof HandlingOutcome.Failed failed
                ? failed(group, row, failed)
                : Ruling.of(outcome).orElse(new Ruling(Outcome.APPLIED, null, null));
        settled.add(new Settled(row.key(), ruling.outcome(), ruling.code(), ruling.reason()));
        news.add(() ->
                group.meters().awaited(ruling.outcome(), row.event().terms().since()));
    }

    private Ruling failed(AwaitingGroup group, Row row, HandlingOutcome.Failed failed) {
        Entry entry = Entry.woken(group.decoder().decode(RecordCopy.of(row.event())), row.event());
        group.failures().settle(entry, failed);
        Map<UUID, FailureClass> classes = Map.of(entry.id(), failed.failureClass());
        routes.add(() -> group.failures().route(List.of(entry), classes));
        return new Ruling(entry.row().outcome(), entry.row().code(), entry.row().reason());
    }

    void write() {
        rows.settle(settled);
        routes.forEach(Runnable::run);
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                news.forEach(Runnable::run);
            }
        });
    }
}
