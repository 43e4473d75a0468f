package io.orderflow.kafkaadapters.consumer;

import io.orderflow.kafkaadapters.failure.FailureClass;
import io.orderflow.kafkaadapters.inbox.Inbox;
import io.orderflow.kafkaadapters.inbox.LedgerRow;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

/** Lets each event in once. A second record with the same id is a duplicate, or a forgery if it says something else. */
final class Ledger {

    private final Inbox inbox;
    private final String consumer;

    Ledger(Inbox inbox, String consumer) {
        this.inbox = inbox;
        this.consumer = consumer;
    }

    /** Writes what is new, in the current transaction. */
    List<Entry> admit(List<Decoded> records) {
        Map<UUID, Decoded> firsts = new LinkedHashMap<>();
        List<Decoded> repetitions = new ArrayList<>();
        for (Decoded record : records) {
            if (firsts.putIfAbsent(record.row().eventId(), record) != null) {
                repetitions.add(record);
            }
        }
        Set<UUID> fresh = inbox.recordNew(
                consumer, firsts.values().stream().map(Decoded::row).toList());
        List<Entry> entries = new ArrayList<>(firsts.size());
        firsts.forEach((id, record) -> {
            if (fresh.contains(id)) {
                entries.add(Entry.fresh(record));
            } else {
                repetitions.add(record);
            }
        });
        if (!repetitions.isEmpty()) {
            entries.addAll(forgeries(repetitions));
        }
        return entries;
    }

    private List<Entry> forgeries(List<Decoded> repetitions) {
        Map<UUID, Long> known = inbox.digests(
                consumer,
                repetitions.stream().map(record -> record.row().eventId()).toList());
        Map<UUID, Decoded> forged = new HashMap<>();
        for (Decoded record : repetitions) {
            LedgerRow row = record.row();
            Long first = known.get(row.eventId());
            if (first != null && row.digest() != null && !Objects.equals(first, row.digest())) {
                Decoded refused = refusal(record);
                forged.put(refused.row().eventId(), refused);
            }
        }
        if (forged.isEmpty()) {
            return List.of();
        }
        Set<UUID> fresh = inbox.recordNew(
                consumer, forged.values().stream().map(Decoded::row).toList());
        forged.keySet().retainAll(fresh);
        return forged.values().stream().map(Entry::fresh).toList();
    }

    private Decoded refusal(Decoded record) {
        LedgerRow row = record.row();
        return new Decoded.Refused(
                record.source(),
                Decoded.positionId(consumer, record.source()),
                false,
                FailureClass.CONTRACT_VIOLATION,
                "event_id_conflict",
                "Event " + row.eventId() + " was received before with another content",
                row.eventId().toString(),
                row.eventType(),
                row.tenantId());
    }
}
