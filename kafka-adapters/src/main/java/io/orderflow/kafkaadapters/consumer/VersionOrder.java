package io.orderflow.kafkaadapters.consumer;

import io.orderflow.kafkaadapters.inbox.AggregateVersions;
import io.orderflow.kafkaadapters.inbox.AggregateVersions.Standing;
import io.orderflow.kafkaadapters.inbox.LedgerRow.Outcome;
import io.orderflow.kafkaadapters.inbox.ParkedEvents;
import io.orderflow.kafkaadapters.topics.VersionContract;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Puts records into the order of their aggregates' versions: what is next goes on and brings along what was parked behind
 * it, what is older than the last is stale (unless an operator wants it to be handled all the same), what comes too early
 * is marked as parked.
 */
final class VersionOrder {

    private final VersionContract contract;
    private final AggregateVersions versions;
    private final ParkedEvents parked;
    private final RecordDecoder decoder;
    private final String consumer;

    VersionOrder(
            VersionContract contract,
            AggregateVersions versions,
            ParkedEvents parked,
            RecordDecoder decoder,
            String consumer) {
        this.contract = contract;
        this.versions = versions;
        this.parked = parked;
        this.decoder = decoder;
        this.consumer = consumer;
    }

    /**
     * @param due what is to be done now, in this order; refused records are among them
     * @param late stale and early records, with their outcome decided
     */
    record Ordered(List<Entry> due, List<Entry> late) {}

    Ordered order(Turn turn) {
        Set<String> aggregates = new LinkedHashSet<>(turn.aggregates());
        turn.entries().stream().filter(Entry::isEvent).map(Entry::aggregate).forEach(aggregates::add);
        if (contract == VersionContract.NONE || aggregates.isEmpty()) {
            return new Ordered(turn.entries(), List.of());
        }
        Map<String, Standing> standings =
                new HashMap<>(turn.lock() ? versions.lock(consumer, aggregates) : versions.read(consumer, aggregates));
        Pass pass = pass(turn, standings);
        if (!turn.lock() && !pass.early.isEmpty()) {
            // The one that is missing may just be committed by somebody else: look again when nobody can.
            Set<String> waiting = new LinkedHashSet<>();
            pass.early.forEach(entry -> waiting.add(entry.aggregate()));
            standings.putAll(versions.lock(consumer, waiting));
            pass = pass(turn, standings);
        }
        return pass.decided();
    }

    /** The consumer is done with these, so their aggregates have come this far. */
    void settle(List<Entry> due) {
        if (contract == VersionContract.NONE) {
            return;
        }
        Map<String, Long> reached = new HashMap<>();
        for (Entry entry : due) {
            if (entry.isEvent() && entry.isDone()) {
                reached.merge(entry.aggregate(), entry.version(), Math::max);
            }
        }
        versions.reach(consumer, reached);
    }

    /** Whether a failure of one event stops the later ones of its aggregate. */
    boolean holds() {
        return contract == VersionContract.GAPLESS;
    }

    private Pass pass(Turn turn, Map<String, Standing> standings) {
        Pass pass = new Pass(new VersionGate(contract, standings), turn, waiting(standings));
        turn.aggregates().forEach(pass::wake);
        turn.entries().forEach(pass::take);
        return pass;
    }

    private Map<String, List<Entry>> waiting(Map<String, Standing> standings) {
        List<String> aggregates = standings.entrySet().stream()
                .filter(standing -> standing.getValue().hasParked())
                .map(Map.Entry::getKey)
                .toList();
        Map<String, List<Entry>> waiting = new HashMap<>();
        if (!aggregates.isEmpty()) {
            parked.of(consumer, aggregates).forEach(event -> waiting.computeIfAbsent(
                            String.valueOf(event.aggregate()), key -> new ArrayList<>())
                    .add(Entry.woken(decoder.decode(RecordCopy.of(event)), event)));
        }
        return waiting;
    }

    /** One walk over the records; decides nothing until it is known to count. */
    private static final class Pass {

        private final VersionGate gate;
        private final Turn turn;
        private final Map<String, List<Entry>> waiting;
        private final List<Entry> due = new ArrayList<>();
        private final List<Entry> stale = new ArrayList<>();
        private final List<Entry> early = new ArrayList<>();
        private int woken;

        Pass(VersionGate gate, Turn turn, Map<String, List<Entry>> waiting) {
            this.gate = gate;
            this.turn = turn;
            this.waiting = waiting;
        }

        void take(Entry entry) {
            if (!entry.isEvent()) {
                due.add(entry);
                return;
            }
            switch (gate.admit(entry.aggregate(), entry.version())) {
                case NEXT -> {
                    add(entry);
                    wake(entry.aggregate());
                }
                case STALE -> (entry.isRedriven() ? due : stale).add(entry);
                case EARLY -> early.add(entry);
            }
        }

        void wake(String aggregate) {
            List<Entry> queue = waiting.getOrDefault(aggregate, List.of());
            while (!queue.isEmpty() && woken < turn.mostWoken()) {
                Entry first = queue.get(0);
                switch (gate.admit(aggregate, first.version())) {
                    case NEXT -> add(first);
                    case STALE -> stale.add(first);
                    case EARLY -> {
                        return;
                    }
                }
                queue.remove(0);
                woken++;
            }
        }

        private void add(Entry entry) {
            due.add(entry);
            if (turn.holdBehind().contains(entry.id())) {
                gate.close(entry.aggregate());
            }
        }

        Ordered decided() {
            stale.forEach(entry -> entry.decide(
                    Outcome.STALE, null, "version " + entry.version() + " came after a newer one was done"));
            early.forEach(entry -> entry.decide(
                    Outcome.PARKED, "version_gap", "an earlier version than " + entry.version() + " is missing"));
            List<Entry> late = new ArrayList<>(stale);
            late.addAll(early);
            return new Ordered(due, late);
        }
    }
}
