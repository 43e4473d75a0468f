package io.orderflow.kafkaadapters.consumer;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.github.f4b6a3.uuid.UuidCreator;
import io.orderflow.kafkaadapters.deadletter.StoredDeadLetter;
import io.orderflow.kafkaadapters.envelope.EnvelopeCodec;
import io.orderflow.kafkaadapters.envelope.EventEnvelope;
import io.orderflow.kafkaadapters.failure.FailureClass;
import io.orderflow.kafkaadapters.outbox.RecordOutbox;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** States as a fact that records became dead letters: one for each reason in a transaction, so that a flood stays small. */
final class DeadLetterAlerts {

    static final String TOPIC = "platform.dead-letter-alerts.v1";
    static final String TYPE = "DeadLettersRecorded";

    private static final String SCHEMA = "schema://platform.dead-letter-alerts/DeadLettersRecorded/1";
    private static final String RUNBOOK = "docs/runbooks/dead-letters.md";

    /** Alerts are about the platform: the letters behind them may be of several tenants, or of none. */
    private static final String TENANT = "platform";

    /** Each alert stands alone; the topic is not the history of an aggregate. */
    private static final long VERSION = 1;

    private static final int MOST_SAMPLES = 10;

    private final RecordOutbox outbox;
    private final EnvelopeCodec codec;
    private final String serviceName;

    DeadLetterAlerts(RecordOutbox outbox, EnvelopeCodec codec, String serviceName) {
        this.outbox = outbox;
        this.codec = codec;
        this.serviceName = serviceName;
    }

    private record Kind(String topic, String consumer, FailureClass failureClass, String code) {}

    record Payload(
            String sourceTopic,
            String consumerGroup,
            FailureClass failureClass,
            String errorClass,
            int count,
            Instant firstFailedAt,
            Instant lastFailedAt,
            List<UUID> sampleDeadLetterIds,
            String exampleMessage,
            String runbook) {}

    void raise(List<StoredDeadLetter> letters) {
        Map<Kind, List<StoredDeadLetter>> byKind = letters.stream()
                .collect(Collectors.groupingBy(
                        letter -> new Kind(letter.topic(), letter.consumer(), letter.failureClass(), letter.code()),
                        LinkedHashMap::new,
                        Collectors.toList()));
        byKind.forEach((kind, own) -> {
            EventEnvelope<ObjectNode> alert = envelope(kind, own);
            outbox.appendEvent(TOPIC, alert, codec.toJson(alert));
        });
    }

    private EventEnvelope<ObjectNode> envelope(Kind kind, List<StoredDeadLetter> letters) {
        StoredDeadLetter first = letters.get(0);
        StoredDeadLetter last = letters.get(letters.size() - 1);
        UUID id = UuidCreator.getTimeOrderedEpoch();
        Payload payload = new Payload(
                kind.topic(),
                kind.consumer(),
                kind.failureClass(),
                kind.code(),
                letters.size(),
                first.failedAt(),
                last.failedAt(),
                letters.stream().limit(MOST_SAMPLES).map(StoredDeadLetter::id).toList(),
                Hearsay.shortened(first.reason(), 500),
                RUNBOOK);
        return new EventEnvelope<>(
                id,
                TYPE,
                1,
                first.failedAt(),
                null,
                serviceName,
                TENANT,
                "SourceTopic",
                kind.topic(),
                VERSION,
                id.toString(),
                null,
                null,
                SCHEMA,
                codec.toTree(payload),
                Map.of("actorType", "SYSTEM"));
    }
}
