package io.orderflow.kafkaadapters.upkeep;

import java.time.Duration;

record SimpleUpkeepJob(String name, Duration every, Runnable work) implements UpkeepJob {

    @Override
    public void run() {
        work.run();
    }
}
