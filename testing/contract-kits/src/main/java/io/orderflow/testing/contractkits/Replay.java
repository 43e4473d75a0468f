package io.orderflow.testing.contractkits;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.kafka.clients.producer.RecordMetadata;

/**
 * All events of a service applied, and then their topics delivered to the same groups once more from the beginning. Done
 * once for all tests, since it is the whole topic every time.
 */
final class Replay {

    private final Map<String, Applied> applied = new LinkedHashMap<>();

    private record Applied(Consumption consumption, RecordMetadata sent, Object effects) {}

    static Replay of(List<ConsumedEvent> events, Consumers consumers) {
        Replay replay = new Replay();
        for (ConsumedEvent event : events) {
            Consumption consumption = consumers.begin(event);
            RecordMetadata sent = consumption.send();
            consumption.ledger().finalVerdict(sent);
            replay.applied.put(event.name(), new Applied(consumption, sent, consumption.effects()));
        }
        consumers.replay(replay.applied.values().stream()
                .map(one -> one.consumption().group())
                .collect(Collectors.toSet()));
        return replay;
    }

    void assertChangedNothing(ConsumedEvent event) {
        Applied before = applied.get(event.name());
        if (before == null) {
            throw new IllegalArgumentException(event + " did not take part in the replay");
        }
        Consumption consumption = before.consumption();
        assertThat(consumption.ledger().verdict(before.sent()).outcome()).isEqualTo("APPLIED");
        assertThat(consumption.effects()).as("effects after the replay").isEqualTo(before.effects());
    }
}
