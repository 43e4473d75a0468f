package io.orderflow.kafkaadapters.faults;

import java.time.Duration;

/** When work arrives: all of a burst at once, then nothing until the next. */
record Bursts(int many, Duration every) {

    Duration start(int burst) {
        return every.multipliedBy(burst);
    }
}
