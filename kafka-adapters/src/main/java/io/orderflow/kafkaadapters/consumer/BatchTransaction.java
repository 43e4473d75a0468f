package io.orderflow.kafkaadapters.consumer;

import io.orderflow.kafkaadapters.failure.FailureClass;
import io.orderflow.kafkaadapters.inbox.Inbox;
import io.orderflow.kafkaadapters.inbox.LedgerRow.Outcome;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.springframework.transaction.support.TransactionTemplate;

/** One database transaction for a list of records: ledger, order, effects, parking, dead letters, all or nothing. */
final class BatchTransaction {

    /** More parked events than this in one transaction would make it a long one; the sweep takes the rest. */
    private static final int MOST_WOKEN = 500;

    private final TransactionTemplate transaction;
    private final Inbox inbox;
    private final Handling handling;
    private final VersionOrder order;
    private final Parking parking;
    private final FailureRouter failures;
    private final String consumer;

    BatchTransaction(
            TransactionTemplate transaction,
            Inbox inbox,
            Handling handling,
            VersionOrder order,
            Parking parking,
            FailureRouter failures,
            String consumer) {
        this.transaction = transaction;
        this.inbox = inbox;
        this.handling = handling;
        this.order = order;
        this.parking = parking;
        this.failures = failures;
        this.consumer = consumer;
    }

    /**
     * Does what is new or due among the records, and what was parked behind them.
     *
     * @param source writes or locks the records' ledger rows in the transaction; called again if it has to start over
     * @return every record that is not a duplicate, with its outcome
     */
    List<Entry> apply(Supplier<List<Entry>> source) {
        return run(source, List.of(), MOST_WOKEN, false, entries -> {});
    }

    /** As {@link #apply}, without the parked events: their failures must not be taken for those of the records. */
    List<Entry> applyAlone(Supplier<List<Entry>> source) {
        return run(source, List.of(), 0, false, entries -> {});
    }

    /** As {@link #apply}, for records that come back while others may be parking behind them. */
    List<Entry> applyLocked(Supplier<List<Entry>> source, Collection<String> aggregates, int mostWoken) {
        return run(source, aggregates, mostWoken, true, entries -> {});
    }

    /**
     * As {@link #applyLocked}, for a record that an operator brings back.
     *
     * @param settled told what came of it, as the last thing in the transaction; throwing takes everything back
     */
    List<Entry> applyRedriven(Supplier<List<Entry>> source, int mostWoken, Consumer<List<Entry>> settled) {
        return run(source, List.of(), mostWoken, true, settled);
    }

    /** Takes records out of the way that nothing can be done with, each with its reason, as dead letters. */
    List<Entry> bury(Supplier<List<Entry>> source, String code, String reason) {
        return bury(source, code, reason, entries -> {});
    }

    /** As {@link #bury(Supplier, String, String)}. @param settled as with {@link #applyRedriven} */
    List<Entry> bury(Supplier<List<Entry>> source, String code, String reason, Consumer<List<Entry>> settled) {
        return buryEach(source, entry -> entry.decide(Outcome.DEAD_LETTER, code, reason), settled);
    }

    /** As {@link #bury(Supplier, String, String)}. @param decide says for each record why it is a dead letter */
    List<Entry> buryEach(Supplier<List<Entry>> source, Consumer<Entry> decide, Consumer<List<Entry>> settled) {
        List<Entry> buried = new ArrayList<>();
        transaction.executeWithoutResult(status -> {
            buried.clear();
            buried.addAll(source.get());
            buried.forEach(decide);
            parking.settle(buried);
            inbox.setOutcomes(consumer, buried.stream().map(Entry::row).toList());
            failures.route(buried, Map.of());
            settled.accept(buried);
        });
        return buried;
    }

    private List<Entry> run(
            Supplier<List<Entry>> source,
            Collection<String> aggregates,
            int woken,
            boolean lock,
            Consumer<List<Entry>> settled) {
        Set<UUID> holdBehind = new HashSet<>();
        while (true) {
            List<Entry> entries = new ArrayList<>();
            boolean done = Boolean.TRUE.equals(transaction.execute(status -> {
                Turn turn = new Turn(source.get(), aggregates, woken, holdBehind, lock);
                VersionOrder.Ordered ordered = order.order(turn);
                Map<UUID, FailureClass> failed = handling.handle(ordered.due());
                Set<UUID> overtaken = overtaken(ordered.due());
                if (!overtaken.isEmpty()) {
                    // Later events of the same aggregate were handled behind one that failed: once more, without them.
                    status.setRollbackOnly();
                    holdBehind.addAll(overtaken);
                    return false;
                }
                entries.addAll(ordered.due());
                entries.addAll(ordered.late());
                store(ordered, entries, failed);
                settled.accept(entries);
                return true;
            }));
            if (done) {
                entries.addAll(wakeBehind(entries, holdBehind));
                return entries;
            }
        }
    }

    /** An event that failed at first and then did not has still kept its aggregate closed: now the others may go on. */
    private List<Entry> wakeBehind(List<Entry> entries, Set<UUID> held) {
        Set<String> released = entries.stream()
                .filter(entry -> held.contains(entry.id()) && entry.isDone())
                .map(Entry::aggregate)
                .collect(Collectors.toSet());
        return released.isEmpty() ? List.of() : run(List::of, released, MOST_WOKEN, true, woken -> {});
    }

    private Set<UUID> overtaken(List<Entry> due) {
        if (!order.holds()) {
            return Set.of();
        }
        Map<String, UUID> stuck = new HashMap<>();
        Set<UUID> overtaken = new HashSet<>();
        for (Entry entry : due) {
            if (entry.isEvent()) {
                UUID before = stuck.get(entry.aggregate());
                if (before != null) {
                    overtaken.add(before);
                } else if (!entry.isDone()) {
                    stuck.put(entry.aggregate(), entry.id());
                }
            }
        }
        return overtaken;
    }

    private void store(VersionOrder.Ordered ordered, List<Entry> entries, Map<UUID, FailureClass> failed) {
        order.settle(ordered.due());
        parking.settle(entries);
        inbox.setOutcomes(
                consumer,
                entries.stream().filter(Entry::isChanged).map(Entry::row).toList());
        failures.route(ordered.due(), failed);
    }
}
