package io.orderflow.testing.e2e.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Processes as they were at one moment: a process and all that it had started. */
public record ProcessFamily(List<ProcessHandle> members) {

    public static ProcessFamily of(ProcessHandle head) {
        return new ProcessFamily(
                Stream.concat(Stream.of(head), head.descendants()).toList());
    }

    public List<Long> pids() {
        return members.stream().map(ProcessHandle::pid).toList();
    }

    /** Who of them has not ended yet, with the command line. */
    public List<String> survivors() {
        return members.stream()
                .filter(ProcessFamily::isRunning)
                .map(process ->
                        process.pid() + " " + process.info().commandLine().orElse("?"))
                .toList();
    }

    /** False also for a zombie, which has ended, but which nobody may ever collect in a container. */
    static boolean isRunning(ProcessHandle process) {
        return process.isAlive() && !isZombie(process.pid());
    }

    private static boolean isZombie(long pid) {
        try {
            String stat = Files.readString(Path.of("/proc/%d/stat".formatted(pid)));
            return stat.startsWith("Z", stat.lastIndexOf(')') + 2);
        } catch (IOException notLinuxOrGone) {
            return false;
        }
    }
}
