package io.orderflow.deploy.local.services;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What every JVM of the stack is started with: many small JVMs on one laptop, not one large one on a server. */
final class JvmOptions {

    /** Each thread's own malloc arena costs more memory here than the contention that it avoids is worth. */
    static final Map<String, String> ENVIRONMENT = Map.of("MALLOC_ARENA_MAX", "2");

    private static final List<String> COMMON = List.of(
            "-XX:+UseSerialGC",
            "-Xshare:auto",
            "-XX:+ExitOnOutOfMemoryError",
            "-Djava.awt.headless=true",
            "-Dfile.encoding=UTF-8",
            "-Duser.timezone=UTC");

    private JvmOptions() {}

    /** How much more a stack under load gets, so that collections are few. */
    private static final int LOAD_FACTOR = 2;

    static List<String> of(Purpose purpose, int heapMegabytes) {
        List<String> options = new ArrayList<>(
                switch (purpose) {
                    // Without the second compiler: on a laptop with two cores it takes them from the services for
                    // minutes. Ready
                    // in 22 s instead of 49, and 300 invoices in 25 s instead of 38. No show is long enough to earn it
                    // back.
                    case SHOW -> List.of("-Xmx%dm".formatted(heapMegabytes), "-XX:TieredStopAtLevel=1");
                    case LOAD ->
                        List.of(
                                "-Xms%1$dm".formatted(LOAD_FACTOR * heapMegabytes),
                                "-Xmx%1$dm".formatted(LOAD_FACTOR * heapMegabytes));
                });
        options.addAll(COMMON);
        return options;
    }
}
