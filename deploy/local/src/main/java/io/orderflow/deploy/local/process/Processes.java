package io.orderflow.deploy.local.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/** Whether a process runs. One that has ended, but that nobody has collected (a zombie), does not. */
public final class Processes {

    private static final int LOOK_MILLIS = 100;

    private Processes() {}

    /** Unlike {@link ProcessHandle#isAlive}, false for a zombie: in a container nobody may ever collect it. */
    public static boolean isRunning(ProcessHandle process) {
        return process.isAlive() && !isZombie(process.pid());
    }

    /** Waits until the process has ended; false if it still runs at the end of the time. */
    public static boolean awaitEnd(ProcessHandle process, Duration limit) throws InterruptedException {
        long end = System.nanoTime() + limit.toNanos();
        while (isRunning(process)) {
            if (System.nanoTime() > end) {
                return false;
            }
            Thread.sleep(LOOK_MILLIS);
        }
        return true;
    }

    /** The state is the first field after the name, and the name, in brackets, may hold anything. */
    private static boolean isZombie(long pid) {
        try {
            String stat = Files.readString(Path.of("/proc/%d/stat".formatted(pid)));
            return stat.startsWith("Z", stat.lastIndexOf(')') + 2);
        } catch (IOException notLinuxOrGone) {
            return false;
        }
    }
}
