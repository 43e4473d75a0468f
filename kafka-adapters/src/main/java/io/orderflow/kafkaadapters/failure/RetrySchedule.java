package io.orderflow.kafkaadapters.failure;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.boot.convert.DurationStyle;

/**
 * How long an event waits before it is tried again after somebody else's outage, and when enough is enough: once after
 * each delay of its topic's retry family, then never.
 *
 * @param steps shortest first
 */
public record RetrySchedule(List<Step> steps) {

    /**
     * One retry topic of a family.
     *
     * @param name as in the topic's name, e.g. {@code 15m}
     * @param delay how long a record stays there
     */
    public record Step(String name, Duration delay) {}

    public RetrySchedule {
        steps = List.copyOf(steps);
    }

    /** @param shortened delays that differ from what the names say; for tests and demonstrations */
    public static RetrySchedule of(List<String> names, Map<String, Duration> shortened) {
        return new RetrySchedule(names.stream()
                .map(name -> new Step(name, shortened.getOrDefault(name, DurationStyle.SIMPLE.parse(name))))
                .toList());
    }

    /** Where an event goes that has failed so many times; empty when it has had its chances. */
    public Optional<Step> afterAttempts(int attempts) {
        return attempts <= steps.size() ? Optional.of(steps.get(attempts - 1)) : Optional.empty();
    }
}
