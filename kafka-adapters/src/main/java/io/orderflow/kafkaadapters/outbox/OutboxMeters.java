package io.orderflow.kafkaadapters.outbox;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.orderflow.kafkaadapters.failure.FailureClass;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What the relay tells about its work. Topics and types come from the catalogue, codes and classes are few, so no tag
 * grows without bound. One thread.
 */
final class OutboxMeters {

    private final MeterRegistry registry;
    private final Clock clock;
    private final Map<String, Map<String, Timer>> timers = new HashMap<>();

    OutboxMeters(MeterRegistry registry, Clock clock) {
        this.registry = registry;
        this.clock = clock;
    }

    void settled(Sending.Result result) {
        published(result.sent());
        result.unsendable().forEach((row, why) -> failed(row.topic(), FailureClass.CONTRACT_VIOLATION, why.code()));
        result.failures().forEach((topic, failure) -> {
            failed(topic, FailureClass.TRANSIENT_INFRASTRUCTURE, "broker_error");
            registry.counter(
                            "orderflow.outbox.broker.errors",
                            "error",
                            failure.getClass().getSimpleName())
                    .increment();
        });
    }

    private void published(List<OutboxRow> rows) {
        Instant now = clock.instant();
        for (OutboxRow row : rows) {
            timers.computeIfAbsent(row.topic(), topic -> new HashMap<>())
                    .computeIfAbsent(row.eventType(), type -> timer(row.topic(), type))
                    .record(Duration.between(row.createdAt(), now));
        }
    }

    private Timer timer(String topic, String eventType) {
        return Timer.builder("orderflow.outbox.publish")
                .description("From append to the broker's acknowledgement")
                .tag("topic", topic)
                .tag("event.type", eventType)
                .publishPercentileHistogram()
                .minimumExpectedValue(Duration.ofMillis(1))
                .maximumExpectedValue(Duration.ofHours(1))
                .register(registry);
    }

    private void failed(String topic, FailureClass failureClass, String code) {
        registry.counter(
                        "orderflow.outbox.failures",
                        "topic",
                        topic,
                        "failure.class",
                        failureClass.name().toLowerCase(Locale.ROOT),
                        "code",
                        code)
                .increment();
    }
}
