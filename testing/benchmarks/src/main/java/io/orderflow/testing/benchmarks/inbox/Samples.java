package io.orderflow.testing.benchmarks.inbox;

import io.orderflow.kafkaadapters.catalog.EventCatalog;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordedThread;
import jdk.jfr.consumer.RecordingFile;

/**
 * Where the threads of a consumer are, looked at every 10 ms by the flight recorder while they run Java code. Time in the
 * kernel does not show, so each share is rather too large.
 *
 * @param all the samples of the consumer's threads
 * @param validating those that were taken while an event was held to its schema
 */
record Samples(int all, int validating) {

    private static final String SAMPLE = "jdk.ExecutionSample";
    private static final Duration INTERVAL = Duration.ofMillis(10);

    /** What is looked at. */
    @FunctionalInterface
    interface Work {
        void run() throws Exception;
    }

    /** @param group the beginning of the threads' names */
    static Samples of(String group, Work work) throws Exception {
        Path file = Files.createTempFile("samples", ".jfr");
        try (Recording recording = new Recording()) {
            recording.enable(SAMPLE).withPeriod(INTERVAL);
            recording.start();
            work.run();
            recording.dump(file);
            return count(group, RecordingFile.readAllEvents(file));
        } finally {
            Files.delete(file);
        }
    }

    /** 0 if the work was over too soon to be looked at. */
    double validatingPercent() {
        return all == 0 ? 0 : 100.0 * validating / all;
    }

    private static Samples count(String group, List<RecordedEvent> events) {
        List<RecordedEvent> ours = events.stream()
                .filter(event -> event.getEventType().getName().equals(SAMPLE))
                .filter(event -> isOf(group, event.getThread("sampledThread")))
                .toList();
        return new Samples(
                ours.size(), (int) ours.stream().filter(Samples::isValidating).count());
    }

    private static boolean isOf(String group, RecordedThread thread) {
        return thread != null
                && thread.getJavaName() != null
                && thread.getJavaName().startsWith(group);
    }

    private static boolean isValidating(RecordedEvent sample) {
        return sample.getStackTrace() != null
                && sample.getStackTrace().getFrames().stream()
                        .anyMatch(frame -> frame.getMethod().getName().equals("violations")
                                && frame.getMethod().getType().getName().equals(EventCatalog.class.getName()));
    }
}
