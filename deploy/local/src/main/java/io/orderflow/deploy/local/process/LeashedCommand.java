package io.orderflow.deploy.local.process;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * What to run on a leash.
 *
 * @param environment given to the process on top of a few harmless variables of ours; the place for secrets
 * @param grace how long the process may take to end before it is killed
 */
public record LeashedCommand(
        List<String> line,
        Map<String, String> environment,
        Path directory,
        Path log,
        StopSignal stopSignal,
        Duration grace) {}
