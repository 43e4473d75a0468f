package io.orderflow.deploy.local.process;

import java.time.Instant;
import java.util.Optional;

/**
 * A process, told apart from a later one that was given the same number.
 *
 * @param startedAt milliseconds since 1970
 */
public record ProcessIdentity(long pid, long startedAt) {

    /** Start times are computed from the time of boot, which moves when the clock is set. */
    private static final long TOLERANCE_MILLIS = 2_000;

    /** The identity of a running process; its start time is 0 if the system does not tell. */
    public static ProcessIdentity of(ProcessHandle process) {
        return new ProcessIdentity(
                process.pid(),
                process.info().startInstant().map(Instant::toEpochMilli).orElse(0L));
    }

    /** The process, if it still runs. */
    public Optional<ProcessHandle> find() {
        return ProcessHandle.of(pid).filter(Processes::isRunning).filter(this::startedThen);
    }

    /** The process, if it still runs and its command line speaks of {@code marker}. */
    public Optional<ProcessHandle> find(String marker) {
        return find().filter(process -> commandLine(process).contains(marker));
    }

    /** Empty if the system does not tell, which is so for other people's processes on some systems. */
    public static String commandLine(ProcessHandle process) {
        return process.info().commandLine().orElse("");
    }

    private boolean startedThen(ProcessHandle process) {
        return Math.abs(of(process).startedAt() - startedAt) <= TOLERANCE_MILLIS;
    }
}
