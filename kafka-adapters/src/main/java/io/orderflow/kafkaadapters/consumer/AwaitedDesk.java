package io.orderflow.kafkaadapters.consumer;

import io.orderflow.kafkaadapters.failure.FailureClass;
import io.orderflow.kafkaadapters.inbox.AwaitedEvent;
import io.orderflow.kafkaadapters.inbox.AwaitedEvents;
import io.orderflow.kafkaadapters.inbox.AwaitedKey;
import io.orderflow.kafkaadapters.inbox.AwaitedRows;
import io.orderflow.kafkaadapters.inbox.AwaitedRows.Row;
import io.orderflow.kafkaadapters.inbox.HandlingOutcome;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Gives awaited events of all groups to whoever has brought about what they wait for. */
final class AwaitedDesk implements AwaitedEvents {

    private final AwaitedRows rows;
    private final Aside aside;
    private final InHand inHand;
    private final Map<String, AwaitingGroup> groups = new ConcurrentHashMap<>();

    AwaitedDesk(AwaitedRows rows, Aside aside, InHand inHand) {
        this.rows = rows;
        this.aside = aside;
        this.inHand = inHand;
    }

    /** A group joins when it is put together, because its handler may be made of something that asks here. */
    void join(String consumer, AwaitingGroup group) {
        groups.put(consumer, group);
    }

    @Override
    public List<AwaitedEvent> of(Collection<String> aggregates) {
        requireTransaction();
        if (aggregates.isEmpty()) {
            return List.of();
        }
        return rows.lock(aggregates).stream()
                .filter(row -> !aside.contains(row.key()) && !inHand.has(row.key()))
                .map(this::readable)
                .flatMap(Optional::stream)
                .toList();
    }

    @Override
    public void settle(Map<AwaitedEvent, HandlingOutcome> outcomes) {
        requireTransaction();
        Map<AwaitedKey, HandlingOutcome> said = new HashMap<>();
        outcomes.forEach((event, outcome) -> {
            if (!waitsOn(outcome)) {
                said.put(AwaitedKey.of(event), outcome);
            }
        });
        if (said.isEmpty()) {
            return;
        }
        AwaitedSettlement settlement = new AwaitedSettlement(rows);
        Map<AwaitedKey, Row> taken =
                rows.remove(said.keySet()).stream().collect(Collectors.toMap(Row::key, Function.identity()));
        said.forEach((key, outcome) -> {
            Row row = taken.get(key);
            if (row == null) {
                throw new ConcurrencyFailureException("Somebody else has settled " + key);
            }
            settlement.add(groupOf(key), row, outcome);
        });
        settlement.write();
    }

    @Override
    public void putAside(AwaitedEvent event) {
        aside.put(AwaitedKey.of(event));
    }

    private Optional<AwaitedEvent> readable(Row row) {
        return Optional.ofNullable(groups.get(row.consumer()))
                .map(group -> group.decoder().decode(RecordCopy.of(row.event())))
                .filter(Decoded.Handled.class::isInstance)
                .map(decoded -> new AwaitedEvent(row.consumer(), ((Decoded.Handled) decoded).event()));
    }

    private AwaitingGroup groupOf(AwaitedKey key) {
        AwaitingGroup group = groups.get(key.consumer());
        if (group == null) {
            throw new IllegalArgumentException("No group of this service: " + key.consumer());
        }
        return group;
    }

    /** A retry topic would bring the event back when its aggregate has gone on; where it is now, it keeps its place. */
    private static boolean waitsOn(HandlingOutcome outcome) {
        return outcome instanceof HandlingOutcome.Parked
                || outcome instanceof HandlingOutcome.Failed failed
                        && failed.failureClass() == FailureClass.DEPENDENCY_OUTAGE;
    }

    private static void requireTransaction() {
        if (!TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException("Awaited events are asked for and settled in a transaction");
        }
    }
}
