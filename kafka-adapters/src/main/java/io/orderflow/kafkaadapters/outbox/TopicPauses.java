package io.orderflow.kafkaadapters.outbox;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Topics that failed while others went on: left alone for a growing pause. Not thread safe. */
final class TopicPauses {

    private final Supplier<Backoff> backoff;
    private final LongSupplier nanoTime;
    private final Map<String, Pause> pauses = new HashMap<>();

    private static final class Pause {
        private final Backoff lengths;
        private long until;

        Pause(Backoff lengths) {
            this.lengths = lengths;
        }
    }

    TopicPauses(Supplier<Backoff> backoff, LongSupplier nanoTime) {
        this.backoff = backoff;
        this.nanoTime = nanoTime;
    }

    void pause(String topic) {
        Pause pause = pauses.computeIfAbsent(topic, name -> new Pause(backoff.get()));
        pause.until = nanoTime.getAsLong() + pause.lengths.next().toNanos();
    }

    void went(List<OutboxRow> sent) {
        if (!pauses.isEmpty()) {
            sent.forEach(row -> pauses.remove(row.topic()));
        }
    }

    Set<String> active() {
        if (pauses.isEmpty()) {
            return Set.of();
        }
        long now = nanoTime.getAsLong();
        return pauses.entrySet().stream()
                .filter(pause -> pause.getValue().until - now > 0)
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }
}
