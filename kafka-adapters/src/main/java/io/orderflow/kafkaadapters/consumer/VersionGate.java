package io.orderflow.kafkaadapters.consumer;

import io.orderflow.kafkaadapters.inbox.AggregateVersions.Standing;
import io.orderflow.kafkaadapters.topics.VersionContract;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Decides for the events of one transaction, in turn, whether it is their turn. Not thread safe. */
final class VersionGate {

    enum Verdict {
        NEXT,
        STALE,
        EARLY
    }

    private final VersionContract contract;
    private final Map<String, Long> reached = new HashMap<>();
    private final Set<String> closed = new HashSet<>();

    VersionGate(VersionContract contract, Map<String, Standing> standings) {
        this.contract = contract;
        standings.forEach((aggregate, standing) -> reached.put(aggregate, standing.version()));
    }

    /** On {@code NEXT}, the aggregate counts as having reached this version. */
    Verdict admit(String aggregate, long version) {
        long last = reached.getOrDefault(aggregate, 0L);
        if (version <= last) {
            return Verdict.STALE;
        }
        if (isEarly(aggregate, version, last)) {
            return Verdict.EARLY;
        }
        reached.put(aggregate, version);
        return Verdict.NEXT;
    }

    /** Nothing more of this aggregate: its last event is known to fail, and what follows must not overtake it. */
    void close(String aggregate) {
        closed.add(aggregate);
    }

    private boolean isEarly(String aggregate, long version, long last) {
        return switch (contract) {
            case GAPLESS -> closed.contains(aggregate) || version > last + 1;
            case INCREASING, NONE -> false;
        };
    }
}
